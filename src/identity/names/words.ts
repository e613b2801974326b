/** Words that stand in names without being anybody's name: titles before, suffixes behind, particles between. Folded. */

/** Before a name. Ranks and offices are titles only where two more words follow: "Judge" and "Major" are names too. */
export const TITLES: ReadonlySet<string> = new Set(
  `mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend hon honourable honorable rt fr father sister
  herr frau hr fru m mme mlle sr sra srta don dona dott dottssa ing mag dipl sig signor signora
  amb ambassador sen senator rep congressman congresswoman gov governor pres president
  gen general col colonel maj major capt captain lt lieutenant cmdr commander sgt sergeant adm admiral judge justice`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Behind a name: generations, which tell father and son apart, and degrees and orders, which tell nobody apart. */
export const GENERATIONS: ReadonlySet<string> = new Set(['jr', 'sr', 'junior', 'senior', 'ii', 'iii', 'iv']);
export const DEGREES: ReadonlySet<string> = new Set(
  'phd md dds jd llb llm mba ma msc bsc ba esq esquire cpa cfa pe rn kc qc mp mep mbe obe cbe kbe frs'.split(' '),
);

/** Words that are in no person's name, but in those of lists, offices and companies. */
export const NO_NAMES: ReadonlySet<string> = new Set(
  `all group team department dept distribution list lists dl users user employees staff office desk committee council
  company companies inc llc llp ltd limited corp corporation gmbh plc airlines airways bank service services support
  info news newsletter alerts alert announcements announcement notification admin administrator administration mail
  mailbox mailer postmaster webmaster customer sales marketing help helpdesk board agency ministry embassy university
  college school institute center centre foundation association society union party press media magazine times journal
  conference room resource resources human operations accounting payroll legal security systems system network
  international global worldwide national america american europe european members subscribers participants offers
  online store shop club travel update updates report reports daily weekly management the and for your of`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Begin or stand inside of family names, and belong to them: van der Berg, de la Cruz, bin Salman, ní Bhriain. */
export const PARTICLES: ReadonlySet<string> = new Set(
  `van von vom zu zum zur der den des de del della delle dei di da das do dos du la le las los ten ter te
  al el bin ibn bint ben abu af av ap ni nic mac mc o st saint san santa e y i`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
