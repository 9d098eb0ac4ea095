import type { CauseId } from '../../../src/playbook/ids';
import { correspondence } from '../thread/correspondence';

/** Short correspondences, each stuck for a reason that nobody in it names. */
export const stuck: Partial<Record<CauseId, string>> = {
  'strong-alternative': correspondence(
    {
      from: 'me',
      day: '3 March 2025',
      text: 'We would love to have your mare for the breeding season. Have you had time to look at our terms?',
    },
    {
      from: 'them',
      day: '20 March 2025',
      text: 'No hurry here. Two other studs have been in touch and one of them offered to collect her for nothing. And if neither suits, she is quite happy in the paddock and so are we. Let me know if your terms change.',
    },
  ),
  'no-authority': correspondence(
    { from: 'me', day: '3 March 2025', text: 'Are we agreed on the new canteen hours? I only need a yes.' },
    {
      from: 'them',
      day: '9 March 2025',
      text: 'Personally I am all for it. It has to go past the area director first, and she takes it to the board. I only run the site, so I can pass it up with a good word.',
    },
    { from: 'me', day: '20 March 2025', text: 'Any answer yet?' },
    {
      from: 'them',
      day: '24 March 2025',
      text: 'Still waiting to hear back from upstairs. It is not my signature they need, sadly.',
    },
  ),
  'external-limit': correspondence(
    {
      from: 'me',
      day: '3 March 2025',
      text: 'Could you make an exception and let us open the terrace until midnight?',
    },
    {
      from: 'them',
      day: '8 March 2025',
      text: 'I would if I could. The licence says ten, and section 12 of the county code allows no exemption in a residential zone. The inspector fined the last place and our insurer would not cover it.',
    },
  ),
  'missing-information': correspondence(
    {
      from: 'me',
      day: '3 March 2025',
      text: 'Kindly return the signed form. The service charge goes up by 14 per cent from April.',
    },
    {
      from: 'them',
      day: '8 March 2025',
      text: 'How was the 14 per cent arrived at? What does it include, and which year is it based on? The residents keep asking me and I have no figures to show them.',
    },
    { from: 'me', day: '20 March 2025', text: 'This is a reminder that the form is overdue.' },
    {
      from: 'them',
      day: '25 March 2025',
      text: 'I asked for a breakdown and have not seen one. I cannot explain what nobody has explained to me.',
    },
  ),
  distrust: correspondence(
    {
      from: 'me',
      day: '3 March 2025',
      text: 'We promise that the drains will be done by June. Could we have your signature?',
    },
    {
      from: 'them',
      day: '8 March 2025',
      text: 'We were promised that in 2019 as well, in writing, by the man who had your desk before you. I still have the letter. What makes this time any different? I will believe it when I see a digger.',
    },
  ),
  'one-sided-giving': correspondence(
    { from: 'them', day: '3 March 2025', text: 'Lovely. Could you also include the chairs?' },
    { from: 'me', day: '4 March 2025', text: 'Of course, we will include the chairs at no extra charge.' },
    { from: 'them', day: '5 March 2025', text: 'Great, thanks! One more thing, could you throw in the lighting too?' },
    { from: 'me', day: '6 March 2025', text: 'No problem, we have added the lighting and waived the delivery fee.' },
    { from: 'them', day: '9 March 2025', text: 'Perfect. And could the crew stay until two? Will sign soon.' },
  ),
  'lapsed-contact': correspondence(
    {
      from: 'them',
      day: '3 March 2025',
      text: 'It was lovely to meet you at the fair. Yes to all of that. Let us talk after the holidays.',
    },
    { from: 'me', day: '4 March 2025', text: 'Splendid, speak soon then!' },
    {
      from: 'me',
      day: '20 September 2025',
      text: 'I came across your card again, it has been a long time. Is this still of interest?',
    },
  ),
};

/** One that goes on: both move, and a day is set. */
export const moving = correspondence(
  { from: 'them', day: '3 March 2025', text: 'We need £520 a week and a start in April.' },
  {
    from: 'me',
    day: '4 March 2025',
    text: 'April is fine. £520 is more than we have, but I can go to £470 if you bring your own tools.',
  },
  {
    from: 'them',
    day: '5 March 2025',
    text: 'Tools are no problem. I can do £490. Good catch with the van, I have corrected it.',
  },
  { from: 'me', day: '6 March 2025', text: 'Done, £490. Shall we sign on Thursday at 10?' },
  {
    from: 'them',
    day: '6 March 2025',
    text: 'Agreed. Thursday 13 March at 10 it is, I have attached the signed draft.',
  },
);
