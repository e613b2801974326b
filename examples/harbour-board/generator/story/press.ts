/** What was said in public, as the press office's own minutes have it. */
export const BRIEFING = `Skarvik Harbour Authority
Press briefing, 11 January 2031, the pilot house, 10:00
Minutes of the press office

Present for the authority: Petra Talesund, press officer.
Nineteen journalists.

1. Ship calls in 2030: 1,412, slightly more than in the year before.

2. Quay 7. Asked by Nora Spaltman of Skarviksposten whether the harbour
office had been in touch with Vågbrytaren Marine outside the tender before
the council voted, Petra Talesund said: "Between April and the vote there
was no contact between the harbour office and the company or people acting
for it. None at all."

Asked about meetings, she said: "In the whole year we had at most four
meetings with them."

3. The adviser to the minister, Anton Rådlund, was present as a guest.
Asked by the same reporter he said: "To my knowledge nobody in our office
spoke with the company before the summer."
The minister herself, he said, "had no contact with the company in the
whole of 2030."

4. Asked about the lobbyist Lovisa Talman, Petra Talesund said: "To my
knowledge nobody in the office has been in touch with her since the vote."
Göran Lotsberg, the harbour master, said: "I did not speak with Dirk
Bolverk on the telephone in the whole of last year."

The briefing ended at 10:40.
`;
