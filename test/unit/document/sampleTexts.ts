/** Documents of every shape that the reader knows, for tests that compare readings. All people are invented. */

export const proposal = `---
title: Orchard lighting
commonGround: proposal
---

# Proposal: lights for the orchard walk

Dear Ms Okafor,

Thank you for showing us the **orchard walk**; your notes on \`zone B\` helped us a lot.
The second half of this paragraph is wrapped
by hand, with a [link to the plan](https://plan.example.org/a?b=c) in it.

## 1. Scope

- Forty low lamps along the path, *each* with its own switch
- Cabling that the "orchard trust" may inspect
  - a nested point that says what happens in winter
- [ ] a task that is still open

1. First we survey the ground.
2. Then we agree on places.

   A second paragraph in the second item.

| Item | Price |
|------|------:|
| Lamps | 4,200 |
| Cable | 1,150 |

| Question | Our answer to it |
|---|---|
| Why so few lamps near the gate? | We think that the gate is bright enough already. |

> **Ada:** could we see a cheaper option?
> Perhaps with fewer lamps.

\`\`\`js
const lamps = 40;

# not a heading
- not a list
\`\`\`

    indented code

<!-- common-ground-disable-next-line demand/we-demand -->
We can start in May.

<div class="note">
# not a heading

Kind regards,
Tomas Lindgren
Lindgren Lights, Head of Projects
`;

export const mail = `From: Ada Marsh <ada@orchard.example.org>
To: Tomas Lindgren <tomas@lights.example.org>
Cc: Board
 <board@orchard.example.org>
Subject: Re: Fwd: Lights for the orchard walk
Date: Tue, 4 Mar 2025 09:12:00 +0000

Dear Tomas,

Thank you for the offer. We see the point about the gate, and we
wonder what a smaller first step could look like.

- fewer lamps
- a later start

> We could begin in May with the lower path
> and leave the gate for later.

That would suit us. "We never work in June" was said at the meeting.

Kind regards,
Ada

--${' '}
Ada Marsh
Orchard Trust
+44 20 7946 0018

On Mon, 3 Mar 2025 at 17:40, Tomas Lindgren <tomas@lights.example.org>
wrote:

> Hello Ada,
>
>> Could you send the plan?
>
> Here it is.
`;

export const outlook = `Hi Ines,

Works for us. See you on the 9th.

Best,
Noor

________________________________
From: Ines Duarte <ines@quay.example.net>
Sent: 05 March 2025 12:40
To: Noor Haddad <noor@mill.example.net>
Subject: Berth times

Hi Noor,

Would the 9th suit you?

Ines

-----Original Message-----
From: Noor Haddad
To: Ines Duarte
Subject: Berth times

When can we meet?
`;

export const mixed = `Hello all,\r\n\r\nOne line ends in two signs.\r\nAnother follows \u{1F600} with a smile\rand an old line end.\n\nA lone \ud83d surrogate and \u202eright to left\u202c.\r\n\r\n* item one\r\n* item two\r\n\r\n\`\`\`\r\ncode\r\n\r\nmore\r\n\`\`\`\r\n\r\nThanks,\r\nMo\r\n`;

export const notes = `Item          Amount     Due
Lamps         4,200      1 May
Cable         1,150      1 June

Room: 4.12
Time: 9 am

1) the first thing to settle
2) the second thing,
   with a second line

Some closing words that are plain.
`;
