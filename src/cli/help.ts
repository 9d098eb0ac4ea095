export const help = `common-ground: see the wording that may make a reader dig in, and why a negotiation is stuck. Works offline.

  common-ground check [FILE|FOLDER|GLOB|!GLOB|-]...
      findings, with rephrasings; “!glob” takes files out
      --format text|json|jsonl|sarif|github|rdjson
                                         how to print (default: text)
      --kind auto|email|proposal         what the text is (default: auto)
      --min-severity hint|information|warning
      --fail-on hint|information|warning|never
                                         exit with 1 from here on (default: warning)
      --baseline FILE                    leave out the findings that FILE knows; --update-baseline writes it
      --jsonl-input                      standard input is {"id","text","kind"?}, one object a line
      --jobs N                           with --jsonl-input: use N cores; the order stays
  common-ground fix [FILE|FOLDER|GLOB|-]... [--write]
      the text with its safe rephrasings
  common-ground diagnose FILE            why the talks are stuck, and the next move
      --answers ANSWERS.json             what you said to the checklist
      --me ADDRESS                       which of the writers you are
      --now DATE                         the day to count from (default: today; for talks that were
                                         silent for half a year, the day of the last message)
      --format text|json|md
  common-ground reply THREAD DRAFT       what a reply answers, gives and promises, and what is new in it
      --me ADDRESS  --format text|json
  common-ground diff OLD NEW             what a new version gives away, adds or changes; git versions
      --format text|json                 as REVISION:FILE, such as HEAD~1:offer.md
  common-ground score [FILE|-]           how the text reads
      --jsonl-input  --jobs N
  common-ground rules [--format json|md] the rules
  common-ground test RULES...            runs the examples in rule files
  common-ground --version

check and fix read “.common-ground/” in the folder of each file and in those above it. These win over it:
      --config FILE                      read this configuration instead
      --rule ID=off|hint|information|warning
      --family NAME=on|off
      --stance keep-alive|protect-price|repair-relationship
      --stdin-filename PATH              the name that standard input goes by

Exit: 0 nothing to say, 1 findings, 2 wrong usage, or something was not read.
`;
