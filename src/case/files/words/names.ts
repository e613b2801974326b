/** What the case's files define and other places refer to. */
export interface Names {
  /** Ids of persons and organisations in people.yaml. */
  readonly parties: ReadonlySet<string>;
  readonly organisations: ReadonlySet<string>;
  /** Roles that some tenure names. */
  readonly roles: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  /** Ids of events with their days as written. */
  readonly events: ReadonlyMap<string, string>;
  readonly windows: ReadonlySet<string>;
  readonly informants: ReadonlySet<string>;
  /** Ids in statements.yaml. */
  readonly statements: ReadonlySet<string>;
  /** Ids in reports.yaml, of reports and of told counts. */
  readonly reports: ReadonlySet<string>;
  readonly toldCounts: ReadonlySet<string>;
  /** Paths of sources, without those that are protected: advice must not repeat these. */
  readonly sources: ReadonlySet<string>;
  readonly protectedSources: ReadonlySet<string>;
  readonly templates: readonly string[];
  /** Names of formats; null when nobody said which there are. */
  readonly formats: readonly string[] | null;
  /** Files whose YAML is broken, so that names may be missing: references into them are not judged. */
  readonly broken: ReadonlySet<string>;
}

/** No names at all: for the schemas as such. */
export const NO_NAMES: Names = {
  parties: new Set(),
  organisations: new Set(),
  roles: new Set(),
  groups: new Set(),
  events: new Map(),
  windows: new Set(),
  informants: new Set(),
  statements: new Set(),
  reports: new Set(),
  toldCounts: new Set(),
  sources: new Set(),
  protectedSources: new Set(),
  templates: [],
  formats: null,
  broken: new Set(),
};
