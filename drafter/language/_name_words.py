"""The closed word classes that names are made of: titles, suffixes, particles, short forms, and words no name has."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words(
    "mr mrs ms miss mx dr dr.-ing dipl.-ing univ.-prof prof professor sir dame lord lady rev father judge hon "
    "capt captain col gen lt sgt "
    "herr frau dipl-ing dr-ing ing mag univ-prof pd priv-doz monsieur madame mademoiselle mme mlle m me maitre "
    "senor senora srta sr sra don dona dr dra d da dott dottore dottoressa sig signor signora dhr mevr drs ir "
    "hr fru doc mgr rndr judr pan pani "
    "د أ.د أ م الدكتور الدكتورة دكتور دكتورة المهندس المهندسة السيد السيدة الأستاذ الأستاذة "
    "ד\"ר ד״ר פרופ פרופ' גב גב' מר"
) - {"d", "da", "me"}
SUFFIXES = _words(
    "jr sr ii iii iv v phd ph.d dphil md mba ma msc meng ms ba bsc bs mph mpa jd llm llb esq cpa cfa pmp pe rn "
    "dds dvm edd "
    "dba psyd mfa mfin cissp shrm-cp shrm-scp obe mbe cbe kc qc frs facs frcp faia aia bcom mcom dipl-ing dr-ing mag"
)
PARTICLES = _words(
    "von van der den de del della di da do dos das du la le lo los las el al bin ibn bint abu ben ter ten te "
    "zu zur zum "
    "af av st saint y e i d' dal dalla vom zur op 't"
)
HONORIFICS_AFTER = ("さん", "さま", "様", "氏", "先生", "教授", "博士", "씨", "님", "先生")
SECOND_GIVEN = _words(
    "jose maria luis carlos antonio manuel jesus angel luisa teresa isabel pilar carmen elena paz javier "
    "fernando ignacio "
    "miguel alberto eduardo rafael paulo paula pedro clara eugenia fernanda alejandra"
)
# Short form → the long form it stands for. Both sides are folded.
NICKNAMES = {
    short: long
    for long, shorts in {
        "alexander": "alex sasha sandy",
        "alexandra": "alexa sandra",
        "andrew": "andy drew",
        "anthony": "tony",
        "barbara": "barb babs",
        "benjamin": "ben",
        "catherine": "cathy cate",
        "charles": "charlie chuck",
        "christina": "tina christy",
        "christopher": "chris",
        "daniel": "dan danny",
        "david": "dave",
        "deborah": "deb debbie",
        "edward": "ed eddie ted",
        "elizabeth": "liz beth betty lizzie eliza",
        "francisco": "paco",
        "gregory": "greg",
        "guillermo": "memo",
        "jacob": "jake",
        "james": "jim jimmy jamie",
        "jennifer": "jen jenny",
        "jonathan": "jon jonny",
        "jose": "pepe",
        "joseph": "joe joey",
        "joshua": "josh",
        "katherine": "kate kathy katie kat",
        "kenneth": "ken kenny",
        "lawrence": "larry",
        "margaret": "maggie meg peggy",
        "matthew": "matt",
        "michael": "mike mick mikey",
        "nicholas": "nick",
        "patricia": "pat patty tricia",
        "peter": "pete",
        "philip": "phil",
        "rebecca": "becky becca",
        "richard": "rick dick rich",
        "robert": "bob bobby rob robbie",
        "ronald": "ron",
        "samuel": "sam",
        "stephanie": "steph",
        "stephen": "steve",
        "susan": "sue susie",
        "theodore": "theo",
        "thomas": "tom tommy",
        "timothy": "tim",
        "victoria": "vicky tori",
        "william": "bill will billy willy liam",
        "zachary": "zach zack",
    }.items()
    for short in shorts.split()
}
# Words that make a short capitalised text something else than a person's name.
NOT_NAMES = _words(
    "esperienza esperienze professionale professionali formazione istruzione competenze lingue pubblicazioni contatti "
    "experiencia profesional profesionales formacion academica academico idiomas habilidades publicaciones contacto "
    "experience experiences professionnelle professionnel professionnelles competences langues parcours formation "
    "interets loisirs berufserfahrung ausbildung kenntnisse werdegang beruflicher berufliche sprachen "
    "veroffentlichungen "
    "experiencia profissional formacao habilidades publicacoes contato titulacao licenciatura werkervaring opleiding "
    "vaardigheden talen positions posizioni precedenti puestos anteriores postes "
    "bio short vita cv curriculum vitae resume mich me myself lebenslauf profil perfil profilo portfolio homepage "
    "website startseite accueil inicio "
    "about above academic account accessibility achievements administration advisory agenda all alumni "
    "analytics and annual "
    "apply archive area articles as assistant associate association at award awards bank bay best bibliography "
    "biography "
    "blog board book books business by california careers case center centre chair chief city clinic cloud club code "
    "collective college committee communications community company conference contact contacts corporation "
    "council course courses creative "
    "customer data department design developer development digital director division donate download editor "
    "education email "
    "engineer engineering enterprise events executive experience explore faculty faq features finance find "
    "first follow for foundation founder founders "
    "free from fund general get global government graduate group growth guide head health help history home "
    "hospital how human impact "
    "in inc industry information initiative innovation institute institution insurance interests international "
    "internet introduction investors "
    "invited job jobs join journal keynote lab laboratory labs latest lead leadership learn learning lecture "
    "lectures legal letter library life links "
    "list llc ltd machine main management manager map market marketing media member members menu miscellanea "
    "mission more museum my national "
    "network news newsletter next office officer official on open operations or order organization our "
    "overview page paper papers "
    "partner partners people personal phone platform podcast policy portfolio postdoc powered president press "
    "previous pricing privacy "
    "product products professional program programme programs project projects public publications publishing "
    "quality read recent recorded "
    "reading region related report reports research resources responsibility resume reviewer sales save "
    "scholar school science sciences scientist search "
    "security see selected senior service services shop sign site skills social society software solutions "
    "staff state states statement "
    "stories story strategy student students studio studios summer support survey sustainability symposium "
    "system systems table talks "
    "teaching team teams technical technologies technology terms testimonials the theory to toggle tools top "
    "training trust trustees "
    "university updates use useful user users values video videos view vision visit volunteer we web website welcome "
    "what where who why with women work working workshop workshops world writing year years you your north "
    "south east west new "
    "street road avenue park square valley gmbh ag kg ev e.v verein gesellschaft stiftung universitat "
    "hochschule institut amt "
    "uber uns unser unsere unternehmen leitung leiter leiterin geschaftsfuhrer geschaftsfuhrerin "
    "geschaftsfuhrung kontakt impressum datenschutz leistungen produkte "
    "startseite aktuelles presse karriere mitarbeiter mitarbeiterin vorstand buro referent referentin expertin "
    "experte programmierer spezialistin abteilung "
    "beratung entwicklung verwaltung projektleitung vertrieb lehre forschung lebenslauf veroffentlichungen "
    "vortrage team kernteam und fur mit der die das ein eine wir "
    "accueil actualites equipe notre nos nous directeur directrice responsable chef cheffe presidente mentions "
    "legales contactez societe entreprise "
    "developpement recherche enseignement publications parcours et les des une pour avec qui sommes charge "
    "chargee ecole universite conseil "
    "inicio nosotros equipo quienes somos directora jefe jefa responsable contacto empresa investigacion "
    "desarrollo universidad fundacion noticias "
    "servicios productos proyectos docencia publicaciones sobre con para los una coordinadora coordinador "
    "gerente consejo "
    "java python javascript linux google microsoft amazon wikipedia twitter linkedin github facebook instagram "
    "youtube mastodon orcid "
    "january february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday "
    "saturday sunday english german french spanish japanese chinese european american british united kingdom "
    "america europe africa asia "
    "ceo cto coo cfo cmo cio vp hr it pr dr phd prof ux ui ai ml nlp api"
) - {
    "may",
    "april",
    "june",
    "august",
    "west",
    "north",
    "park",
    "young",
    "street",
    "case",
    "guide",
    "page",
    "main",
    "head",
} | {"head"}
JAPANESE_SURNAMES = _words(
    "佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 渡邉 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 斎藤 "
    "斉藤 齋藤 清水 山崎 森 池田 橋本 "
    "阿部 石川 山下 中島 石井 小川 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 福田 太田 西村 藤井 "
    "藤原 岡本 三浦 金子 中野 中川 原田 "
    "松田 竹内 小野 田村 中山 和田 石田 森田 上田 原 内田 柴田 酒井 宮崎 横山 高木 安藤 宮本 大野 小島 工藤 "
    "谷口 今井 高田 増田 丸山 杉山 村田 "
    "大塚 新井 小山 平野 藤本 河野 上野 野口 武田 松井 千葉 菅原 岩崎 久保 木下 佐野 野村 松尾 菊地 市川 杉本 "
    "古川 大西 島田 水野 桜井 高野 渡部 "
    "吉川 山内 西田 飯田 菊池 西川 小松 北村 安田 五十嵐 川口 平田 関 中田 服部 東 岩田 川崎 本田 土屋 秋山 "
    "吉村 辻 樋口 永井 中西 久保田 松岡 "
    "望月 川上 大島 黒田 須藤 大久保 馬場 早川 田口 荒木 片山 堀 浅野 白石 星野 三宅 成田 矢野 田辺 石原 大谷 "
    "尾崎 岡崎 萩原 小池 篠原 浜田 今村"
)
CJK_SURNAMES = _words(
    "王 李 张 張 刘 劉 陈 陳 杨 楊 黄 赵 趙 吴 吳 周 徐 孙 孫 马 馬 朱 胡 郭 何 高 林 罗 羅 郑 鄭 梁 谢 謝 宋 "
    "唐 许 許 韩 韓 冯 馮 邓 鄧 曹 彭 曾 "
    "肖 田 董 袁 潘 于 蒋 蔣 蔡 余 杜 叶 葉 程 苏 蘇 魏 吕 呂 丁 任 沈 姚 卢 盧 姜 崔 钟 鍾 谭 譚 陆 陸 汪 范 "
    "金 石 廖 贾 夏 韦 付 方 白 邹 孟 "
    "김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 전 홍 欧阳 歐陽 司马 诸葛"
)
