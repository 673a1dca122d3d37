"""Whether a message is plainly for its reader, in languages whose words the checks do not know."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.checks._commonplace import COMMON
from drafter.checks._particular import FIGURE, PHONE
from drafter.checks.grounding.reading.naming import plain_words
from drafter.language.meaning import fold
from drafter.language.translation import english

if TYPE_CHECKING:
    from drafter.checks._text import Text

_TOLD = 2
# Of the honest letters in four languages that others collected for us, each has a sentence to its reader with at
# least five words (a name or figure counting two) that are not the coin of outreach; of the empty ones none has four.
_TELLING = 4
_SHORTEST = 5
_JOINED = 10
# How letters to strangers talk of themselves, by the beginnings of their words: no such word is about the reader.
_COIN = tuple(
    """
    verdienst leistung ansehen exzellen ehre lernen weiter entwickl austausch beitrag spannend beeindruck
    bewunder erfolg
    karriere berat tipps unterstutz hilfe moglichkeit zukunft branche position wechsel heraus suche arbeit jobsuch
    vernetzen netzwerk kennen freuen ruckruf termin telefon lebens angebot kunden umsatz losung
    parcours carriere conseil aide reseau metier secteur domaine poste travail emploi projet avenir rencontr discut
    disponible rendez solution client chiffre vente digital develop admir reussite succes inspir
    trayector carrera consejo ayuda trabajo empleo sector proyecto futuro conoc hablar reunion solucion client venta
    factur digital admir exito inspir intere consult punto comun cafe idea
    trajetor carreira conselho ajuda trabalho emprego setor projeto futuro conhec convers reuniao solucao vendas
    fatur admir sucesso inspir intere ideia cafe aprend experien

    wurde konnte mochte ihnen moglich austausch zusammenarbeit kontakt gesprach chance interess freue melde ruckmeld
    anfrage bewerb stelle lebenslauf unterlage synergie vernetz profil aufmerksam begeister potenzial unternehmen
    erfahrung kenntnis karriere praktik kennenlern beruf
    serai aimerai souhait permet contact echange opportunit collabor disponib entreprise competenc poste
    candidature remerci cordial parcours experienc motivation curriculum carrier stage interet puiss pourri
    gustari encantari oportunidad empresa perfil puesto curricul agradec posib podri sinerg saludo
    vorrei piacere opportunit collaborazion azienda esperienz disponibil lavor profilo cortes
    gostari prazer oportunidade disponiv agradec emprego estagio
    """.split()
)
_QUOTATION = re.compile(r"[\"“„«][^\"”»“\n]{6,120}[\"”»“]")
_ABROAD = re.compile(
    r"\b(?:Sie|Ihnen|Ihre?[nmrs]?|du|dich|dir|deine?[nmrs]?|euch|eure?[nmrs]?|vous|votre|vos|tu|ton|tes|usted|su|sus|tus?"
    r"|lei|suo|sua|seu|jij|jouw?|uw|din|ditt|dina)\b"
)
_WORDS = re.compile(r"[^\W\d_][\w'’-]*")
_ELIDED = re.compile(r"^(?:[cdjlmnst]|qu)['’]", re.IGNORECASE)
_TIME = re.compile(r"\b\d{1,3}\s*(?:min(?:ut\w*)?|stunden?|heures?|horas?|ore|h)\b", re.IGNORECASE)
_COMPOUND = re.compile(r"\b[A-ZÄÖÜ][a-zäöüß]{13,}\b")


def tells_abroad(text: str) -> bool:
    """Whether a text without telephone numbers and offered times tells of something of its reader's own.

    Figures, quotations and, where all nouns have capitals, long compounds stand for things of one's own.
    """
    if not _ABROAD.search(text):
        return False
    quoted = _TOLD * bool(_QUOTATION.search(text))
    return len(FIGURE.findall(text)) + quoted + len(_COMPOUND.findall(text)) >= _TOLD


def says_something(text: Text, masked: frozenset[str]) -> bool:
    """Whether one sentence to the reader tells more than outreach in any language does: its words, names, figures."""
    return any(
        _ABROAD.search(span.text) and _told(span.text, masked, nouns=text.language == "de") >= _TELLING
        for span in text.sentences
    )


# What Japanese letters to strangers are made of, whoever reads them; a longer word takes its parts with it.
_FORMULAS = re.compile(
    "|".join(
        """
        突然 連絡 失礼 御社 貴社 弊社 当社 事業 興味 関心 機会 都合 日時 日程 時間 現在 就職 転職 活動 就活
        初めまして 拝見 拝読 経歴 活躍
        応募 採用 企業 会社 相談 検討 返事 返信 回答 先日 本日 世話 多忙 恐縮 自己紹介 大学 学生 社会人 仕事
        業界 業種 営業 人材 様々 多種
        多様 意見 交換 情報 紹介 感謝 感銘 尊敬 経験 豊富 素晴 魅力 成長 提案 提供 導入 無料 資料 説明 協業
        可能 今後 申請 縁 御礼 挨拶
        貴重 話 伺 幸 願 存 申 致 頂 下 方 者 件 度 是非 何 一度 今回 最近 連携 人脈 拡大 構築 志望 貢献 努力
        熱意 勉強 参考 質問 助言
        キャリア アドバイス プロフィール サービス メール メッセージ オンライン ビジネス ネットワーク
        コミュニケーション リンクトイン
        ソリューション スキル チャンス ミーティング カジュアル スケジュール
        """.split()
    )
)
_TIMES = re.compile(r"\d+\s?(?:分|時|日|月|年|回|名|社|歳)")
_OWN = re.compile(r"[\u30a0-\u30ff]{3,}|[\u4e00-\u9fff]{2,}|\d[\d.,]*|[A-Za-z]{3,}")
_QUOTED = re.compile(r"[「『《“][^」』》”\n]{3,80}[」』》”]")
_GREETING = re.compile(r"^[^\n]{0,30}(?:様|さま|さん|先生)[、。\s]*$", re.MULTILINE)
_NAMED = re.compile(r"[^、。\n]{0,20}と申します|[^、。\n]{0,12}です。")


def says_something_unspaced(text: str) -> bool:
    """Whether a Japanese letter has things of its own: a quotation, or words and figures that are no formula."""
    plain = _NAMED.sub(" ", _TIMES.sub(" ", _GREETING.sub(" ", text)))
    own = set(_OWN.findall(_FORMULAS.sub(" ", plain)))
    return len(own) + _TOLD * len(_QUOTED.findall(text)) >= _TELLING - 1


def _told(sentence: str, masked: frozenset[str], *, nouns: bool) -> int:
    plain = PHONE.sub(" ", _TIME.sub(" ", sentence))
    count = _TOLD * len(FIGURE.findall(plain)) + _TOLD * bool(_QUOTATION.search(plain))
    for place, written in enumerate(_WORDS.findall(plain)):
        word = _ELIDED.sub("", written)
        low = fold(word)
        if len(low) < _SHORTEST or low in plain_words() or low.startswith(_COIN) or word.lower() in masked:
            continue
        # German joins words for things of one's own: "Trockenplan", "Eichenbalken".
        if place and word[0].isupper() and (len(low) >= _JOINED or not nouns):
            count += _TOLD
        elif COMMON.isdisjoint(english(word)):
            count += 1
    return count
