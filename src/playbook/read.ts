import avoidsConflict from './causes/avoids-conflict.yaml';
import conflictingGoals from './causes/conflicting-goals.yaml';
import distrust from './causes/distrust.yaml';
import ego from './causes/ego.yaml';
import externalLimit from './causes/external-limit.yaml';
import fearsLosing from './causes/fears-losing.yaml';
import hiddenInterest from './causes/hidden-interest.yaml';
import internalDisagreement from './causes/internal-disagreement.yaml';
import lapsedContact from './causes/lapsed-contact.yaml';
import missingInformation from './causes/missing-information.yaml';
import noAuthority from './causes/no-authority.yaml';
import noOverlap from './causes/no-overlap.yaml';
import notHeard from './causes/not-heard.yaml';
import notReady from './causes/not-ready.yaml';
import oneSidedGiving from './causes/one-sided-giving.yaml';
import ourFixedPosition from './causes/our-fixed-position.yaml';
import personalityClash from './causes/personality-clash.yaml';
import priceOnlyFrame from './causes/price-only-frame.yaml';
import resistsChange from './causes/resists-change.yaml';
import smellsWeakness from './causes/smells-weakness.yaml';
import strongAlternative from './causes/strong-alternative.yaml';
import tacticalDelay from './causes/tactical-delay.yaml';
import wrongApproach from './causes/wrong-approach.yaml';
import groups from './groups.yaml';
import type { Cause, Group, Playbook } from './types';

/** Causes and groups as written in the YAML files, in the order in which they are listed to a reader. */
export const playbook: Pick<Playbook, 'groups' | 'causes'> = {
  groups: groups as readonly Group[],
  causes: [
    strongAlternative,
    tacticalDelay,
    smellsWeakness,
    priceOnlyFrame,
    fearsLosing,
    avoidsConflict,
    notReady,
    distrust,
    ego,
    personalityClash,
    noAuthority,
    internalDisagreement,
    missingInformation,
    conflictingGoals,
    hiddenInterest,
    externalLimit,
    noOverlap,
    resistsChange,
    notHeard,
    wrongApproach,
    lapsedContact,
    ourFixedPosition,
    oneSidedGiving,
  ] as readonly Cause[],
};
