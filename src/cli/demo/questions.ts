/** What the cases that ship are asked in their demo, besides the headline of their case.yaml. */

/** A count that is asked. */
export interface DemoCount {
  readonly words: string;
  readonly between: string;
  readonly and: string;
  readonly window: string;
}

/** A case that ships. */
export interface Demo {
  readonly name: string;
  readonly counts: readonly DemoCount[];
  /** Who was most often on the other end. */
  readonly by: DemoCount | null;
  /** A change of rate: of the first count's sides around an event. */
  readonly around: string | null;
  /** What is told in other words than the records': counts, statements, disclosures; where a story does not say it. */
  readonly told: boolean;
  /** Said under everything. */
  readonly closing: string | null;
}

const SIDE = '@trump-side';

/** The first is the one without a name. */
export const DEMOS: readonly Demo[] = [
  { name: 'harbour-board', counts: [], by: null, around: null, told: false, closing: null },
  {
    name: 'campaign-2016',
    counts: [
      {
        words: 'with Russian officials before election day',
        between: SIDE,
        and: '@russian-officials',
        window: 'before-election',
      },
      { words: 'with go-betweens too', between: SIDE, and: '@russian-side', window: 'before-election' },
      {
        words: 'with those whose standing is arguable too',
        between: SIDE,
        and: '@russian-side-wide',
        window: 'before-election',
      },
      {
        words: 'with the ambassador before election day',
        between: SIDE,
        and: '@ambassador',
        window: 'before-election',
      },
      { words: 'with the ambassador in the transition', between: SIDE, and: '@ambassador', window: 'transition' },
    ],
    by: { words: 'Most often on the other end', between: SIDE, and: '@russian-side', window: 'whole' },
    around: 'election',
    told: true,
    closing:
      'The report did not establish that the campaign conspired or coordinated with the Russian government in its election interference. A contact is no offence.',
  },
];
