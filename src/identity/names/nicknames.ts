/**
 * Short and pet forms of given names, from common knowledge. A short form may stand for several names: Alex is Alexander
 * or Alexandra. Each language is a list of its own: the full name, then what it is shortened to.
 */

const ENGLISH = `
abigail abby abbie gail; abraham abe; adelaide addie; albert al bert bertie; alexander alex alec sandy xander; alexandra alex sandra lexi;
alfred alf alfie fred; alice ali; alison ali; amanda mandy; andrew andy drew; angela angie; ann annie nan; anne annie; anthony tony ant;
antoinette toni; archibald archie; arnold arnie; arthur art; augustus gus; barbara barb babs barbie; bartholomew bart; beatrice bea trixie;
benjamin ben benny benji; bernard bernie; bradley brad; bradford brad; bridget bridie; calvin cal; cameron cam; caroline carrie caro;
carolyn carrie; catherine cathy cath kate katie cat; cecilia cece; charles charlie chuck chas; charlotte charlie lottie; christian chris;
christina chris chrissie tina; christine chris chrissie; christopher chris kit topher; clifford cliff; clinton clint; constance connie;
cornelius neil con; curtis curt; cynthia cindy; daniel dan danny; danielle dani; david dave davy; deborah deb debbie debra;
dennis denny; dominic dom nick; donald don donnie; dorothy dot dottie dolly; douglas doug; edmund ed eddie ned; edward ed eddie ted ned;
edwin ed eddie; eleanor ellie nell nora; elizabeth liz lizzie beth betty betsy eliza libby bess elsie; ellen ellie nell; emily em emmy;
emma em; eric rick; ernest ernie; eugene gene; evelyn evie; ezekiel zeke; florence flo; frances fran fanny frankie; francis frank fran;
franklin frank; frederick fred freddie rick; gabriel gabe; gabrielle gaby; geoffrey geoff jeff; george geo; gerald gerry jerry;
gerard gerry jerry; gertrude gertie trudy; gilbert gil bert; gordon gord; gregory greg; gwendolyn gwen; harold harry hal; harriet hattie;
helen nell nellie; henrietta hettie etta; henry hank harry hal; herbert herb bert; howard howie; hubert bert; hugh hughie; ian ; isaac ike;
isabella bella izzy; isabelle izzy belle; jacob jake; jacqueline jackie; james jim jimmy jamie; jane janie; janet jan; janice jan;
jason jay; jeffrey jeff; jennifer jen jenny; jeremiah jerry; jeremy jerry jez; jerome jerry; jessica jess jessie; joan joanie;
joanna jo; joanne jo; john jack johnny jon; jonathan jon jonny nathan; joseph joe joey; josephine jo josie; joshua josh; joyce joy;
judith judy jude; julia jules; julian jules; juliana julie; karen kaz; katherine kate kathy katie kat kitty; kathleen kathy kath kate;
kathryn kathy kate katie; kenneth ken kenny; kimberly kim; kristen kris; kristin kris; laura laurie; lauren laurie; lawrence larry laurie lars;
leonard len lenny leo; leonardo leo; leslie les; lewis lew; lillian lily lil; linda lindy lin; louis lou louie; louise lou; lucille lucy;
madeline maddie; magdalena maggie lena; marcus mark; margaret maggie meg peggy marge margie greta daisy rita; maria mia; marilyn mary;
marjorie marge margie; martha marty mattie; martin marty; marvin marv; mary molly polly mae; matilda tilly mattie; matthew matt;
maureen mo; maurice mo; maximilian max; maxwell max; megan meg; melanie mel; melissa mel missy lissa; melvin mel; michael mike mick mickey mikey;
michelle shelly; mildred millie; mitchell mitch; mohammed mo; monica mon; morris mo; nancy nan; natalie nat; natasha tasha; nathaniel nat nate nathan;
nathan nate; nicholas nick nicky; nicole nicki nikki; norman norm; oliver ollie; olivia liv livvy; oscar ozzie; oswald oz ozzie;
pamela pam; patricia pat patty trish tricia; patrick pat paddy rick; paul paulie; pauline polly; penelope penny; percival percy;
peter pete; philip phil pip; phillip phil; priscilla cilla; rachel rae; ralph ralphie; randall randy; randolph randy; raymond ray;
rebecca becky becca; reginald reg reggie; richard dick rick ricky rich richie; robert bob bobby rob robbie bert; roberta bobbie;
roderick rod rick; rodney rod; roger rog; roland rolly; ronald ron ronnie; rosalind ros; rosemary rose rosie; roxanne roxy; rudolph rudy;
russell russ rusty; ruth ruthie; samantha sam; samuel sam sammy; sandra sandy; sarah sally sadie; scott scotty; sebastian seb; sharon shaz;
shirley shirl; sidney sid; simon si; sophia sophie; stanley stan; stephanie steph stevie; stephen steve stevie; steven steve stevie;
stuart stu; stewart stew; susan sue susie suzy; susanna sue susie; suzanne sue suzy; sylvester sly; sylvia syl; tabitha tabby; teresa terry tess;
terence terry; terrence terry; theodore ted teddy theo; theresa terry tess tessa; thomas tom tommy; timothy tim timmy; tobias toby;
valerie val; vanessa nessa; vernon vern; veronica ronnie roni; victor vic; victoria vicky tori; vincent vince vinnie; violet vi; virginia ginny ginger;
vivian viv; walter walt wally; wallace wally; warren ren; wendell dell; wilfred wilf; william bill billy will willie liam; winifred winnie;
winston win; woodrow woody; yvonne vonnie; zachary zach zack; zoe zo`;

const GERMAN = `
alexander alex sascha; andreas andi; bernhard bernd; christian chris; christoph chris; elisabeth lisa elli sissi; franziska franzi;
friedrich fritz; gerhard gerd; heinrich heinz heiner; hans hansi; johannes hannes hans; joachim jochen achim; josef sepp; katharina kathrin katja;
klaus klausi; ludwig lutz; manfred manni; margarete grete greta; maximilian max; michael michi; sebastian basti; stefan stefan; susanne susi;
theodor theo; thomas tom; ulrich uli; ursula uschi ulla; wilhelm willi; wolfgang wolf`;

const SPANISH = `
alejandro ale jandro; antonio tono toni; concepcion concha; dolores lola; eduardo edu lalo; enrique quique kike; federico fede;
fernando fer nando; francisco paco pancho fran; graciela chela; guadalupe lupe lupita; guillermo memo guille; ignacio nacho; isabel isa chabela;
jesus chucho; joaquin quino; jorge coque; jose pepe; josefa pepa; juan juanito; luis lucho; manuel manolo manu; maria mari maruja;
mercedes merche; miguel migue; pilar pili; rafael rafa; ramon moncho; roberto beto; rosario charo; santiago santi; teresa tere; vicente chente`;

const FRENCH = `
alexandre alex; catherine cathy; christophe chris; dominique dom; edouard doudou; elisabeth babette lise; emmanuel manu;
frederic fred; gerard gege; guillaume guigui; jacqueline jackie; jacques jacquot; jean jeannot; louis loulou; marguerite margot;
maxime max; michel mimi; nicolas nico; philippe phil; sebastien seb; stephanie steph; valerie val; veronique vero`;

const SLAVIC = `
aleksandr sasha alex shura; aleksandra sasha; aleksei alyosha lyosha; alexey alyosha; anastasia nastya; anatoly tolya; andrei andryusha;
anna anya; boris borya; dmitry dima mitya; dmitri dima mitya; ekaterina katya; elena lena; evgeny zhenya; gennady gena; grigory grisha;
igor gosha; irina ira; ivan vanya; konstantin kostya; leonid lyonya; maria masha; mikhail misha; natalia natasha; nikolai kolya;
oksana ksyusha; olga olya; pavel pasha; petr petya; sergei seryozha; sergey seryozha; svetlana sveta; tatiana tanya; viktor vitya;
vladimir volodya vova; vyacheslav slava; yuri yura; jan janek; katarzyna kasia; krzysztof krzys; malgorzata gosia; stanislaw staszek;
tomasz tomek; wojciech wojtek`;

function fullNames(): ReadonlyMap<string, ReadonlySet<string>> {
  const full = new Map<string, Set<string>>();
  for (const entry of [ENGLISH, GERMAN, SPANISH, FRENCH, SLAVIC].join(';').split(';')) {
    const [name, ...short] = entry.split(/\s+/).filter((word) => word !== '');
    if (name === undefined) continue;
    for (const form of [name, ...short]) full.set(form, (full.get(form) ?? new Set()).add(name));
  }
  return full;
}

const FULL = fullNames();

/**
 * The names that a given name can stand for.
 * @param given folded
 * @returns full forms in order, the name itself where no list has it
 */
export function fullForms(given: string): readonly string[] {
  const full = FULL.get(given);
  return full === undefined ? [given] : [...full].sort();
}
