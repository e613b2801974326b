/** Names of months as tables of Europe and the Americas write them. */

/** Twelve words a line, January first; several spellings with |. Folded: no capitals, no accents. From the Unicode CLDR. */
const NAMES = [
  'january|jan|janu february|feb|febr march|mar april|apr may june|jun july|jul august|aug september|sep|sept october|oct november|nov december|dec',
  'januar|janner|jan februar|feber|feb marz|maerz|mrz|mar april mai juni|jun juli|jul august|aug september|sep|sept oktober|okt november|nov dezember|dez',
  'janvier|janv fevrier|fevr|fev mars avril|avr mai juin juillet|juil aout septembre|sept octobre|oct novembre|nov decembre|dec',
  'enero|ene febrero|feb marzo|mar abril|abr mayo|may junio|jun julio|jul agosto|ago septiembre|setiembre|sept|set octubre|oct noviembre|nov diciembre|dic',
  'gennaio|gen febbraio|feb marzo|mar aprile|apr maggio|mag giugno|giu luglio|lug agosto|ago settembre|set|sett ottobre|ott novembre|nov dicembre|dic',
  'januari|jan februari|feb maart|mrt april|apr mei juni|jun juli|jul augustus|aug september|sep oktober|okt november|nov december|dec',
  'janeiro|jan fevereiro|fev marco|mar abril|abr maio|mai junho|jun julho|jul agosto|ago setembro|set outubro|out novembro|nov dezembro|dez',
  'januari|jan februari|febr mars|mar april|apr maj juni|jun juli|jul augusti|aug september|sep oktober|okt november|nov december|dec',
  'januar|jan februar|febr marts|mar april|apr maj|mai juni|jun juli|jul august|aug september|sep oktober|okt november|nov december|des',
  'stycznia|styczen|sty lutego|luty|lut marca|marzec kwietnia|kwiecien|kwi maja|maj czerwca|czerwiec|cze lipca|lipiec|lip sierpnia|sierpien|sie wrzesnia|wrzesien|wrz pazdziernika|pazdziernik|paz listopada|listopad|lis grudnia|grudzien|gru',
  'tammikuuta|tammikuu helmikuuta|helmikuu maaliskuuta|maaliskuu huhtikuuta|huhtikuu toukokuuta|toukokuu kesakuuta|kesakuu heinakuuta|heinakuu elokuuta|elokuu syyskuuta|syyskuu lokakuuta|lokakuu marraskuuta|marraskuu joulukuuta|joulukuu',
];

const months = new Map<string, number>(
  NAMES.flatMap((line) => {
    const spellings = line.split(' ');

    return spellings.flatMap((words, i) => words.split('|').map((word): [string, number] => [word, i + 1]));
  }),
);

/** @param word lower case, without accents. @returns 1 to 12; undefined for a word that is no month */
export function monthNamed(word: string): number | undefined {
  return months.get(word);
}

const DAYS = new Set(
  (
    'monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun ' +
    'montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sonnabend sa sonntag so ' +
    'lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes sabado domingo ' +
    'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag lunedi martedi mercoledi giovedi venerdi'
  ).split(' '),
);

/** Whether a folded word names a day of the week, or stands around dates and says nothing: `12 of May`, `at 10:30`. */
export function isFiller(word: string): boolean {
  return DAYS.has(word) || /^(of|the|de|del|le|el|den|der|am|d|kl|um|at|las|alle|ore|uhr|h)$/.test(word);
}
