"""The head words of roles in the languages that sources are read in."""

from __future__ import annotations

_ENGLISH = (
    r"chief(?: \w+){1,3} officer|chief executive|chief of staff|chief|ceo|coo|cto|cfo|cmo|cpo|cio|cso|cdo|chro|"
    r"founder|president|director|manager|owner|"
    r"head|lead|leader|chair(?:man|woman|person)?|"
    r"secretary|treasurer|editor|engineer|scientist|researcher|professor|lecturer|reader|fellow|"
    r"postdoc(?:toral \w+)?|student|candidate|analyst|"
    r"designer|developer|programmer|architect|consultant|coordinator|specialist|administrator|officer|"
    r"associate|assistant|advis[eo]r|producer|"
    r"writer|author|journalist|reporter|correspondent|photographer|illustrator|artist|curator|librarian|"
    r"teacher|instructor|tutor|trainer|coach|nurse|physician|"
    r"surgeon|doctor|pharmacist|lawyer|attorney|counsel|judge|partner|principal|strategist|planner|technician|"
    r"operator|recruiter|"
    r"representative|agent|broker|banker|accountant|auditor|controller|economist|statistician|mathematician|"
    r"physicist|chemist|biologist|"
    r"historian|philosopher|psychologist|therapist|mechanic|electrician|carpenter|chef|baker|farmer|pilot|"
    r"captain|trustee|"
    r"evangelist|advocate|maintainer|contributor|organi[sz]er|facilitator|ambassador|entrepreneur|investor|"
    r"dean|provost|rector|chancellor|"
    r"minister|mayor|commissioner|superintendent|supervisor|foreman|copywriter|marketer|creator|composer|"
    r"musician|conductor|translator|interpreter|intern|"
    r"boat ?builder|builder|gardener|joiner|plumber|potter|beekeeper|bookseller|"
    r"publisher|brewer|winemaker|luthier|ranger|warden|"
    r"presenter|broadcaster|film-?maker|screenwriter|playwright|poet|novelist|dancer|choreographer|actor|actress|singer|midwife|"
    r"veterinarian|dentist|optician|paramedic|firefighter|actuary|underwriter|paralegal|notary|clerk|registrar|archivist|"
    r"conservator|surveyor|inspector|examiner|buyer|salesperson|bookkeeper|receptionist|caretaker|cook|barista|"
    r"apprentice|volunteer|sysadmin|devops|member of (?:the )?(?:board|technical staff)|board member|vice "
    r"president|vp|svp|evp"
)
_GERMAN = (
    r"leiter|geschäftsführer|gründer|vorsitzende|vorstand|vorständ|professor|entwickler|ingenieur|"
    r"berater|referent|"
    r"koordinator|mitarbeiter|spezialist|expert|architekt|programmierer|redakteur|sprecher|beauftragte|"
    r"forscher|dozent|lehrer|"
    r"inhaber|direktor|präsident|assistent|designer|gestalter|techniker|betreuer|meister|händler|kauf(?:mann|"
    r"frau)|anwält|anwalt|ärzt|"
    r"arzt|schreiner|journalist|ökonom|psycholog|therapeut|biolog|physiker|chemiker|historiker|fotograf|autor|"
    r"regisseur|wissenschaftler|informatiker|trainer|verwalter|netzwerker|doktorand|pfleger|planer|"
    r"prokurist|schatzmeister|"
    r"vorstandsmitglied|geschäftsleitung|geschäftsführung|projektleitung|leitung|assistenz|buchhaltung"
)
_FRENCH = (
    r"direct(?:eur|rice)|fondat(?:eur|rice)|président|gérant|responsable|chef|cheffe|chargée? "
    r"d[e'’]|ingénieur|"
    r"cherche(?:ur|use)|professeur|maître(?:sse)? de conférences|enseignant|développe(?:ur|use)|conseill(?:er|"
    r"ère)|consultant|"
    r"coordinat(?:eur|rice)|rédact(?:eur|rice)|journaliste|graphiste|architecte|formateur|formatrice|"
    r"secrétaire|trésori(?:er|ère)|"
    r"doctorant|déléguée?|adjointe?|animat(?:eur|rice)|associée?|médecin|avocate?|infirmi(?:er|ère)|"
    r"porte-parole|attachée?|assistante?|"
    r"administrat(?:eur|rice)|intrapreneur|intrapreneuse|libraire|paysagiste|urbaniste"
)
_SPANISH = (
    r"directora?|fundadora?|presidenta?|presidente|gerente|jef[ae]|responsable|coordinadora?|"
    r"ingenier[oa]|"
    r"profesora?|catedrátic[oa]|investigadora?|desarrolladora?|consultora?|asesora?|diseñadora?|redactora?|"
    r"periodista|abogad[oa]|"
    r"médic[oa]|enfermer[oa]|arquitect[oa]|secretari[oa]|tesorer[oa]|portavoz|encargad[oa]|técnic[oa]|analista|"
    r"doctorand[oa]|"
    r"soci[oa]|administradora?|maestr[oa]|educadora?|delegad[oa]|vicepresident[ea]|editora?|emprendedora?|"
    r"organizadora?|trabajadora? social|comunicadora? social"
)
_ITALIAN = (
    r"direttore|direttrice|fondat(?:ore|rice)|cofondat(?:ore|rice)|ricercat(?:ore|rice)|docente|professoressa|"
    r"professore|ingegnere|architett[oa]|avvocat[oa]|giornalista|sviluppat(?:ore|rice)|progettista|"
    r"coordinat(?:ore|rice)|amministrat(?:ore|rice)|soci[oa] fondat(?:ore|rice)|consulente|dirigente|segretari[oa]|"
    r"tesorier[ea]|insegnante|titolare|curat(?:ore|rice)|redat(?:tore|trice)|autrice|scrit(?:tore|trice)|"
    r"formatrice|formatore|capo(?:redattore|progetto)?|presidentessa|medico|infermier[ea]|traduttrice|traduttore"
)
_PORTUGUESE = (
    r"diretora?|gestora?|engenheir[oa]|pesquisadora?|sóci[oa](?:-\w+)?|chefe|desenvolvedora?|programadora?|"
    r"advogad[oa]|arquitet[oa]|enfermeir[oa]|responsável|bolseir[oa]|bolsista|cofundadora?|tesoureir[oa]|jornalista|"
    r"orientadora?|vereadora?|tradutora?|curadora?|escritora?|dona|proprietári[oa]|professora?|vice-?presidente"
)
_DUTCH = (
    r"leider|directeur|directrice|onderzoeker|onderzoekster|ontwikkelaar|adviseur|hoogleraar|docent|oprichter|"
    r"oprichtster|voorzitter|bestuurder|medewerker|medewerkster|beheerder|ontwerper|schrijver|schrijfster|redacteur|"
    r"coördinator|penningmeester|eigenaar|eigenaresse|promovendus|wethouder|lector|verpleegkundige|leraar|lerares|"
    r"huisarts|woordvoerder|hoofd(?= )"
)
# Words of their own, also after "co-"; German ones end compounds ("Projektleiterin") and have endings.
HEADS = f"{_ENGLISH}|{_FRENCH}|{_SPANISH}|{_ITALIAN}|{_PORTUGUESE}"
HEAD_ENDING = r"(?:es|e|s)?s?(?!\w)"
COMPOUND_HEADS = f"{_GERMAN}|{_DUTCH}|ologist|ographer|metrist|ician|ologe|ologin"
COMPOUND_ENDING = r"(?:in|innen|en|e|er|r|n|s)?(?!\w)"
JAPANESE_HEADS = (
    r"代表取締役(?:社長|会長|CEO)?|取締役|執行役員|社長|副社長|会長|専務|常務|部長|課長|係長|室長|所長|局長|"
    r"館長|園長|校長|院長|学長|"
    r"理事長|理事|事務局長|監事|教授|准教授|助教|講師|研究員|主任研究員|エンジニア|デザイナー|マネージャー|"
    r"マネジャー|ディレクター|プロデューサー|"
    r"コンサルタント|アナリスト|リーダー|代表理事|代表|創業者|共同創業者|編集長|編集者|記者|広報(?:担当)?|"
    r"担当者?|主任|主査|顧問|職人|店長|料理長|"
    r"最高\w{1,6}責任者|責任者|CEO|CTO|COO|CFO|弁護士|医師|看護師|建築家|作家|翻訳者|学芸員|司書"
)
ARABIC_HEADS = (
    r"مدير|رئيس|مهندس|باحث|أستاذ|استاذ|محاضر|مؤسس|شريك|منسق|مستشار|محلل|مصمم|مطور|كاتب|صحفي|صحافي|محرر|طبيب|محامي|محام|"
    r"خبير|مسؤول|مسئول|قائد|أمين|نائب|مشرف|مدرب|معلم|مدرس|عميد|وزير|سفير|أخصائي|متخصص|مترجم|مبرمج|محاسب|عضو|مساعد|ممرض|"
    r"مخرج|مصور|مؤلف|قاضي|صاحب|ناشط|متحدث"
)
HEBREW_HEADS = (
    r"מנהל|מנכ[\"״]ל|סמנכ[\"״]ל|ראש|מהנדס|מפתח|חוקר|פרופסור|מרצה|מייסד|יועצ?|יועץ|אנליסט|מעצב|כותב|עיתונאי|עורך|עורכ|רופא|"
    r"אחראי|נשיא|יו[\"״]ר|רכז|מדריך|מדריכ|מורה|דוקטורנט|מתכנת|ארכיטקט|אדריכל|שותפ?|שותף|דובר|מזכיר|בעלים|סגן|סגנ|מתרגם|"
    r"מתרגמ|רואה חשבון|מוביל|חברת ועד|ראשת"
)
