/** The case folder's own files: what other stages read and write of them. */
export { blankFiles, type NewCase } from './blank.ts';
export type { Conflict } from './decisions/conflicts.ts';
export { type DecisionProblem, type DecisionsFile, readDecisionFiles, readDecisions } from './decisions/read.ts';
export type { MadeDecision } from './decisions/unite.ts';
export { conflictText, type DecisionWords, decisionPhrase, decisionWords } from './decisions/words.ts';
export type {
  AcceptDecision,
  AddressAnchor,
  Anchor,
  AssignDecision,
  Decision,
  FindingAnchor,
  FindingDecision,
  MergeDecision,
  SameDecision,
  SplitDecision,
  UndoDecision,
  WrittenDecision,
} from './decisions.ts';
export { decisionHash, formatDecision, isUndo } from './decisions.ts';
export { addSource, type NewSource } from './edit.ts';
export {
  CASE_FILES,
  type CaseContext,
  type CaseFiles,
  DECISIONS_FILE,
  isDecisionsFile,
  loadCaseFiles,
  REPLIES_FILE,
} from './load.ts';
export { formatMistake, type Mistake } from './mistake.ts';
export type { CaseFile } from './schema/case.ts';
export type { CoverageEntry, RecordCoverageEntry } from './schema/coverage.ts';
export type { DefinitionEntry } from './schema/definition.ts';
export type { DisclosureEntry, DisclosuresFile } from './schema/disclosures.ts';
export type { DutyEntry } from './schema/duty.ts';
export type { EventEntry, GroupEntry, WindowEntry } from './schema/groups.ts';
export type { HeadlineEntry } from './schema/headline.ts';
export type {
  AliasEntry,
  OfficialEntry,
  OrganisationEntry,
  PartyEntry,
  PeopleFile,
  TenureEntry,
} from './schema/people.ts';
export type { RepliesFile, ReplyEntry } from './schema/replies.ts';
export type {
  InformantEntry,
  InformantKind,
  ReportEntry,
  ReportsFile,
  ToldCountEntry,
  ToldNumber,
  ToldPart,
} from './schema/reports.ts';
export type {
  OffChannelWay,
  StoryCount,
  StoryOffChannel,
  StoryRate,
  StorySourcing,
  StoryTopic,
} from './schema/sentence.ts';
export type { CoversEntry, MembersEntry, ScopeEntry, SourceEntry } from './schema/source.ts';
export type { ClaimEntry, Quantity, Sides, StatementEntry, StatementsFile } from './schema/statements.ts';
export type { SentenceCoding, StoryFile, StorySentence } from './schema/story.ts';
export { type Days, resolveDay, resolvePeriod, resolveWindow } from './windows.ts';
export type { Channels } from './words/channel.ts';
export { type DaySpan, parseDay } from './words/day.ts';
export type { PeriodEntry } from './words/period.ts';
export type { Reference } from './words/reference.ts';
export type { WhereEntry } from './words/where.ts';
export { appendDecision } from './write.ts';
