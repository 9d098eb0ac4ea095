/** Says where a value differs from what it should be, or nothing. Never holds any of the value's own text. */
export type Fault = string | undefined;

/** Checks an unknown value and, by its type parameter, says what it is then. */
export interface Shape<Value> {
  fault(value: unknown, path: string): Fault;
  /** Only there for the type. */
  readonly type?: Value;
}

export type Of<S> = S extends Shape<infer Value> ? Value : never;

/** A string of at most so many UTF-16 code units. */
export function text(most = 400): Shape<string> {
  return {
    fault(value, path) {
      if (typeof value !== 'string') return `${path} is no text`;
      return value.length > most ? `${path} is longer than ${most}` : undefined;
    },
  };
}

export function number(least = -1e15, most = 1e15): Shape<number> {
  return {
    fault: (value, path) =>
      typeof value === 'number' && value >= least && value <= most ? undefined : `${path} is no number in range`,
  };
}

/** A whole number from zero. */
export function count(most = 1e9): Shape<number> {
  return {
    fault: (value, path) =>
      Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most
        ? undefined
        : `${path} is no whole number in range`,
  };
}

export const flag: Shape<boolean> = {
  fault: (value, path) => (typeof value === 'boolean' ? undefined : `${path} is not true or false`),
};

export function oneOf<const Value extends string>(...values: readonly Value[]): Shape<Value> {
  return {
    fault: (value, path) =>
      (values as readonly unknown[]).includes(value) ? undefined : `${path} is none of the values allowed`,
  };
}

export function listOf<Value>(shape: Shape<Value>, most: number): Shape<readonly Value[]> {
  return {
    fault(value, path) {
      if (!Array.isArray(value)) return `${path} is no list`;
      if (value.length > most) return `${path} has more than ${most} entries`;
      for (let index = 0; index < value.length; index++) {
        const fault = shape.fault(value[index], `${path}[${index}]`);
        if (fault !== undefined) return fault;
      }
      return undefined;
    },
  };
}

/** An object whose keys are not known beforehand. */
export function mapOf<Value>(shape: Shape<Value>, most: number): Shape<Readonly<Record<string, Value>>> {
  return {
    fault(value, path) {
      if (!isPlain(value)) return `${path} is no object`;
      const entries = Object.entries(value);
      if (entries.length > most) return `${path} has more than ${most} entries`;
      for (const [index, [key, entry]] of entries.entries()) {
        if (key.length > 2000) return `${path} has a key that is too long`;
        const fault = shape.fault(entry, `${path}{${index}}`);
        if (fault !== undefined) return fault;
      }
      return undefined;
    },
  };
}

declare const mayBeMissing: unique symbol;
type Optional<Value> = Shape<Value> & { readonly [mayBeMissing]: true };

export function optional<Value>(shape: Shape<Value>): Optional<Value> {
  const made = { fault: shape.fault, optional: true };
  return made as unknown as Optional<Value>;
}

type Fields = Readonly<Record<string, Shape<unknown>>>;
type OptionalKeys<F extends Fields> = {
  [Key in keyof F]: F[Key] extends { readonly [mayBeMissing]: true } ? Key : never;
}[keyof F];
type ObjectOf<F extends Fields> = {
  readonly [Key in Exclude<keyof F, OptionalKeys<F>>]: Of<F[Key]>;
} & { readonly [Key in OptionalKeys<F>]?: Of<F[Key]> };

/** An object with these fields and no others. */
export function object<F extends Fields>(fields: F): Shape<ObjectOf<F>> {
  const known = Object.entries(fields);
  return {
    fault(value, path) {
      if (!isPlain(value)) return `${path} is no object`;
      for (const key of Object.keys(value))
        if (!Object.hasOwn(fields, key)) return `${path} has a field that is not known`;
      for (const [key, shape] of known) {
        if (!Object.hasOwn(value, key) || value[key] === undefined) {
          if (!('optional' in shape)) return `${path}.${key} is missing`;
          continue;
        }
        const fault = shape.fault(value[key], `${path}.${key}`);
        if (fault !== undefined) return fault;
      }
      return undefined;
    },
  };
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
