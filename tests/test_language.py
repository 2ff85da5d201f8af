"""What a page is written in."""

from __future__ import annotations

import pytest

import newsparse
from newsparse.tongues import by_script, by_words, canonical

PROSE = {
    "en": (
        "The council of the island has voted to close the old bridge, and the ferry will have to carry all of the "
        "people who work in the harbour. It was not the first time that a bridge on the island had been closed, but "
        "this time it is for good, as the mayor said on Monday in the town hall."
    ),
    "de": (
        "Der Rat der Insel hat beschlossen, die alte Brücke zu schließen, und die Fähre wird nun alle Menschen "
        "befördern, die im Hafen arbeiten. Es ist nicht das erste Mal, dass eine Brücke auf der Insel geschlossen "
        "wird, aber diesmal ist es für immer, wie die Bürgermeisterin am Montag im Rathaus sagte."
    ),
    "nl": (
        "De raad van het eiland heeft besloten om de oude brug te sluiten, en de veerboot zal nu alle mensen die in "
        "de haven werken vervoeren. Het is niet de eerste keer dat een brug op het eiland dicht gaat, maar het is nu "
        "voor altijd, zo zei de burgemeester op maandag in het stadhuis."
    ),
    "uk": (
        "Рада острова вирішила закрити старий міст, і тепер пором буде перевозити всіх, хто працює в порту. Це не "
        "перший раз, коли на острові закривають міст, але цього разу назавжди, як сказала мерка в понеділок, бо на "
        "ремонт не вистачає грошей, а також тому, що він був у дуже поганому стані після зими."
    ),
    "ru": (
        "Совет острова решил закрыть старый мост, и теперь паром будет перевозить всех, кто работает в порту. Это не "
        "первый раз, когда на острове закрывают мост, но в этот раз навсегда, как сказала мэр в понедельник, так как "
        "на ремонт не хватает денег, а также потому, что он был в очень плохом состоянии после зимы."
    ),
    "ja": (
        "島の議会は古い橋を閉鎖することを決めた。港で働く人たちはこれか"
        "らフェリーで通うことになる。橋が閉じられるのは初めてではない。"
    ),
    "zh": (
        "岛上的议会决定关闭旧桥，在港口工作的人们今后将乘坐渡轮上班。"
        "这不是岛上第一次关闭桥梁，但是这一次是永久的，市长星期一说。"
    ),
    "ar": (
        "قرر مجلس الجزيرة إغلاق الجسر القديم، وسوف تنقل العبارة كل الذين "
        "يعملون في الميناء، وقال العمدة إن هذا القرار هو الأخير."
    ),
    "fa": (
        "شورای جزیره تصمیم گرفت که پل قدیمی را ببندد و از این پس کشتی همه کسانی را که در بندر کار می‌کنند جابه‌جا می‌کند."
    ),
    "el": (
        "Το συμβούλιο του νησιού αποφάσισε να κλείσει την παλιά γέφυρα και το πλοίο θα μεταφέρει όλους όσοι δουλεύουν."
    ),
    "hi": (
        "द्वीप की परिषद ने पुराने पुल को बंद करने का फैसला किया है, और अब बंदरगाह में काम करने वाले सभी लोग नाव से जाएंगे। "
        "यह पहली बार नहीं है कि द्वीप पर कोई पुल बंद हुआ है, मेयर ने सोमवार को कहा।"
    ),
    "mr": (
        "बेटाच्या परिषदेने जुना पूल बंद करण्याचा निर्णय घेतला आहे आणि बंदरात काम करणारे सर्व लोक आता बोटीने जाणार आहेत. "
        "या बेटावर पूल बंद होण्याची ही पहिली वेळ नाही, असे महापौरांनी सोमवारी सांगितले, तर दुरुस्तीसाठी पैसे नाहीत."
    ),
    "bn": (
        "দ্বীপের পরিষদ পুরোনো সেতুটি বন্ধ করার সিদ্ধান্ত নিয়েছে এবং এখন থেকে বন্দরে যারা কাজ করে তাদের জন্য একটি ফেরি চলবে। "
        "এই দ্বীপে এর আগেও সেতু বন্ধ করা হয়েছে, তবে এবার তা স্থায়ী, মেয়র সোমবার এ কথা বলেছেন।"
    ),
    "ta": (
        "தீவின் சபை பழைய பாலத்தை மூட முடிவு செய்துள்ளது, துறைமுகத்தில் வேலை செய்யும் அனைவரும் இனி படகில் செல்வார்கள். "
        "இந்த முடிவு நிரந்தரமானது என்று மேயர் திங்கள்கிழமை கூறினார்."
    ),
    "te": ("ద్వీప మండలి పాత వంతెనను మూసివేయాలని నిర్ణయించింది, ఓడరేవులో పనిచేసే వారందరూ ఇకపై పడవలో వెళ్తారు. ఈ నిర్ణయం శాశ్వతం అని మేయర్ సోమవారం చెప్పారు."),
    "ur": (
        "جزیرے کی کونسل نے پرانے پل کو بند کرنے کا فیصلہ کیا ہے اور بندرگاہ میں "
        "کام کرنے والے تمام لوگ اب کشتی سے جائیں گے۔ "
        "یہ پہلی بار نہیں ہے کہ جزیرے پر کوئی پل بند ہوا ہے، میئر نے پیر کو کہا۔"
    ),
    "ne": (
        "टापुको परिषदले पुरानो पुल बन्द गर्ने निर्णय गरेको छ र बन्दरगाहमा काम गर्ने सबै मानिस अब डुङ्गाबाट जानेछन्। "
        "यो टापुमा पुल बन्द भएको पहिलो पटक होइन भने मर्मतका लागि पैसा पनि छैन, मेयरले सोमबार बताए।"
    ),
}
ALIKE = {
    "sr": (
        "Meštani su kupili čamac koji je trebalo da ode u staro gvožđe, jer se do mosta ne može biciklom. "
        "On vozi svakog dana od aprila do prvog mraza, a zarada ide na gorivo i na novu užad za skelu."
    ),
    "ms": (
        "Kerajaan menghentikan khidmat itu dan penduduk kemudian membeli bot tersebut dengan wang dari kampung. "
        "Tambang itu tidak mahal dan murid akan menaikinya untuk pergi ke sekolah yang ada di seberang sungai."
    ),
}
ZULU = (
    "Umkhandlu wesiqhingi unqume ukuvala ibhuloho elidala ngoba akukho mali yokulilungisa, kodwa abantu abasebenza "
    "echwebeni bazohamba ngesikebhe ukuze bafike emsebenzini. Imeya ithe ukuthi lokhu akukona okokuqala, futhi "
    "abantu abadala bakhumbula uma ibhuloho lavalwa ngonyaka wezikhukhula."
)


def language(text: str, declared: str = "", given: str | None = None) -> str | None:
    attribute = f' lang="{declared}"' if declared else ""
    return newsparse.parse(f"<html{attribute}><body><h1>1</h1><p>{text}</p></body></html>", language=given).language


class TestWithoutADeclaration:
    @pytest.mark.parametrize("code", PROSE)
    def test_the_prose_tells(self, code: str) -> None:
        assert language(PROSE[code]) == code

    def test_a_language_of_few_small_words_stands_its_ground(self) -> None:
        assert language(ZULU) == "zu"

    def test_a_few_words_are_a_guess(self) -> None:
        article = newsparse.parse("<p>The bridge of the island is closed.</p>")
        assert article.language == "en"
        assert article.evidence["language"].trust < 0.5

    def test_few_words_tell_languages_of_one_script_apart(self) -> None:
        assert language("شورای جزیره پل را بست") == "fa"
        assert language("Рада закрила міст, бо він був старий") == "uk"

    def test_without_any_small_word_the_commonest_language_of_the_script_is_taken(self) -> None:
        assert language("Ресторан, музей") == "ru"

    def test_numbers_tell_nothing(self) -> None:
        assert language("12 345 678") is None

    def test_raw_text_is_told_too(self) -> None:
        assert newsparse.parse(PROSE["nl"], format="text").language == "nl"


class TestWithADeclaration:
    def test_it_decides_between_languages_that_share_their_words(self) -> None:
        shared = "og i er det på som en av at har med til den om han var fra vi kan men " * 3
        assert language(shared, "nb") == "no"
        assert language(shared, "da") == "da"

    @pytest.mark.parametrize("wrong", ["en", "fr-FR", "sv"])
    def test_a_wrong_one_is_outvoted_by_the_prose(self, wrong: str) -> None:
        assert language(PROSE["de"], wrong) == "de"

    @pytest.mark.parametrize("tag", ["sr-Latn", "ms-MY"])
    def test_it_decides_where_small_words_tell_nothing(self, tag: str) -> None:
        assert language(ALIKE[tag[:2]], tag) == tag[:2]

    def test_a_wrong_one_is_outvoted_by_the_script(self) -> None:
        assert language(PROSE["ja"], "en-US") == "ja"
        assert language(PROSE["el"], "en") == "el"

    def test_where_prose_is_short_it_is_taken_at_its_word(self) -> None:
        assert language("Museum, hotel, restaurant", "fr") == "fr"

    @pytest.mark.parametrize("written", ["de", "de-AT", "DE_ch", " de-DE "])
    def test_it_may_be_written_in_many_ways(self, written: str) -> None:
        assert language(PROSE["de"], written) == "de"

    def test_a_language_without_a_lexicon_is_told_all_the_same(self) -> None:
        assert language(ZULU, "zu") == "zu"


class TestGiven:
    def test_it_goes_before_all(self) -> None:
        assert language(PROSE["en"], "en", given="nl") == "nl"

    def test_it_may_be_a_tag(self) -> None:
        assert language(PROSE["en"], given="pt-BR") == "pt"

    def test_what_is_none_is_not_used(self) -> None:
        article = newsparse.parse(f"<html><body><p>{PROSE['en']}</p></body></html>", language="klingon")
        assert article.language == "en"
        assert article.warnings == ("the language given, 'klingon', is no ISO 639 code: it was not used",)


class TestCanonical:
    @pytest.mark.parametrize(
        ("tag", "code"),
        [("nb-NO", "no"), ("nn", "no"), ("iw", "he"), ("in", "id"), ("zh-Hans-CN", "zh"), ("sr_Latn", "sr"), ("", "")],
    )
    def test_tags_and_what_they_mean(self, tag: str, code: str) -> None:
        assert canonical(tag) == code

    @pytest.mark.parametrize("tag", ["english", "x", "12", "-", "{{ lang }}"])
    def test_what_is_no_tag_means_nothing(self, tag: str) -> None:
        assert canonical(tag) == ""


class TestScripts:
    def test_latin_script_tells_nothing(self) -> None:
        assert by_script("Über den Fluss") == ()

    def test_a_foreign_name_does_not_make_the_text_foreign(self) -> None:
        assert by_script("The harbour of Piraeus (Πειραιάς) is closed to all ships until the end of the week") == ()

    def test_kana_among_chinese_characters_are_japanese(self) -> None:
        assert by_script("橋を閉鎖") == ("ja",)

    def test_a_text_without_letters_has_no_script(self) -> None:
        assert by_script("… – 12 «»") == ()


class TestSmallWords:
    def test_only_the_languages_asked_for_are_weighed(self) -> None:
        assert set(by_words(PROSE["ru"], among=("uk", "bg"))) <= {"uk", "bg"}

    def test_no_words_weigh_nothing(self) -> None:
        assert not by_words("")
