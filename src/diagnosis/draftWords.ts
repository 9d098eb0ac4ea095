/** The other side says that something troubles them. */
export function voicesConcern(text: string): boolean {
  return /\b(?:concern(?:ed|s)?|worr(?:y|ied|ies)|uneasy|nervous|anxious|afraid (?:that|of)|trouble[ds]?|bothers?|disappoint(?:ed|ing)|frustrat(?:ed|ing)|unhappy|upset|not (?:happy|comfortable|sure|convinced)|uncomfortable|doubts?|hesitant|reservations?|struggl(?:e|ing)|difficult for us|hard for us|let down|surprised (?:to|by|that))\b/i.test(
    text,
  );
}

/** A claim of quality, saving or safety. */
export function isClaim(text: string): boolean {
  return (
    (/\b(?:we|our|it|this|they|the (?:system|product|service|solution|software|approach|team))\b.{0,40}\b(?:saves?|reduces?|cuts?|increases?|improves?|boosts?|guarantees?|ensures?|eliminates?|outperforms?)\b.{0,40}\b(?:costs?|time|money|productivity|efficiency|quality|safety|errors?|risks?|waste|sales|revenue|performance|downtime|energy)\b/i.test(
      text,
    ) ||
      /\b(?:proven|market[- ]leading|industry[- ]leading|world[- ]class|best[- ]in[- ]class|unrivalled|unmatched|second to none|significantly (?:cheaper|faster|safer|better)|far (?:cheaper|safer|faster|better) than|the (?:safest|fastest|most reliable|highest quality))\b/i.test(
        text,
      )) &&
    !/\b(?:may|might|could|would|hope|expect|estimate|if)\b/i.test(text)
  );
}

/** Something that a claim can be checked by. */
export function isSupport(text: string): boolean {
  return /\b(?:for example|for instance|e\.g\.|case study|according to|data|survey|study|trial|pilot|tests? (?:show|showed|results)|measured|references?|customers? (?:such|like)|attached|appendix|see (?:the )?(?:table|figure|report|link)|evidence|https?:)/i.test(
    text,
  );
}

export function namesSharedGoal(text: string): boolean {
  return /\b(?:we both|both (?:of us|sides|our|teams|parties)|together|shared?|common (?:goal|ground|aim|interest)|mutual(?:ly)?|joint(?:ly)?|our (?:two )?(?:goal|aim)s? (?:is|are)|goal|aim|objective|purpose|so that (?:we|you) (?:can )?both|works for (?:both|everyone|all)|partnership|what we (?:all )?want)\b/i.test(
    text,
  );
}

/** Something other than price that a deal can be worth. */
export function namesValue(text: string): boolean {
  return /\b(?:quality|deliver(?:y|ed|s)?|service|support|warranty|guarantee|training|speed|faster|lead times?|schedule|timeline|risk|reliab(?:le|ility)|safety|flexib(?:le|ility)|maintenance|installation|scope|volume|term|contract length|notice|payment terms|relationship|continuity|design|features?|capacity|stock|experience|benefits?|needs?|start date|holidays?|hours|role|title|repairs?|condition|access)\b/i.test(
    text,
  );
}

export function showsStructure(text: string): boolean {
  return /\b(?:agenda|phase (?:one|two|three|\d)|phases|timeline|milestones?|work plan|schedule|roadmap|deliverables?|duration|weeks? \d|next steps|step (?:one|two|\d)|in (?:three|four|two) (?:parts|phases|steps|stages)|stages?)\b/i.test(
    text,
  );
}

/** Something is given up or added, and not just a first offer made. */
export function isGift(text: string): boolean {
  return /\b(?:waiv(?:e|ed|ing)|drop(?:ped)? the|reduc(?:e|ed|ing)|lower(?:ed)?|includ(?:e|ed)|throw(?:n|ing)? in|extend(?:ed)?|free of charge|no (?:extra )?(?:charge|cost)|(?:come|came|go|gone|went) (?:down|up) to|knock(?:ed)?|discount|absorb(?:ed)?|meet you half|split the|revised (?:offer|price)|taken? off|credit(?:ed)?|upgrad(?:e|ed))\b/i.test(
    text,
  );
}

/** Something that costs the reader, asked for in so many words. */
export function isBareAsk(text: string): boolean {
  return /\b(?:we|i)(?:'d| would| do| really| also)* (?:need|want|require|expect|request|would like|like|ask for|must have)\b.{0,60}\b(?:discount|reduction|lower|price|rate|increase|raise|extension|deposit|payment|refund|terms?|deadline|earlier|later|more time|days|weeks|per ?cent|%|[£$€]\s?\d)/i.test(
    text,
  );
}

export function isReason(text: string): boolean {
  return /\b(?:because|since|so that|in order to|otherwise|the reason|that way|this (?:means|allows|lets)|to (?:cover|avoid|keep|meet|make|be able))\b/i.test(
    text,
  );
}

export function countReasons(text: string): number {
  return (
    text.match(
      /\b(?:because|since|given that|due to|owing to|also because|first(?:ly)?,|second(?:ly)?,|third(?:ly)?,|fourth(?:ly)?,|finally,|moreover|furthermore|what is more|on top of that|besides,|another reason)/gi,
    ) ?? []
  ).length;
}
