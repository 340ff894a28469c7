"""Codes of what the coach finds in a paper as a whole: sources, the seat, the law, the length."""

from __future__ import annotations

PAPERS: dict[str, str] = {
    "claim-unsourced": (
        "This is a claim of fact, and nothing shows where it comes from. A number without a source is the first thing "
        "that a chair distrusts, and the last that you can defend in debate. A link and a title are enough to begin "
        "with."
    ),
    "citation-unknown": (
        "The answer cites a source that the paper does not hold, perhaps because the source was taken out or the "
        "paper was merged. In print the citation shows as missing. Add the source again, or take the citation out."
    ),
    "source-uncited": (
        "The source stands in your list, but no answer cites it, so it is not printed. A list of works that the text "
        "never uses convinces nobody: cite it at the sentence that rests on it, or take it out."
    ),
    "source-untitled": (
        "The source has no title, so the resources list can only name its site. Copy the title from the top of the "
        "page or the document."
    ),
    "source-link": (
        "The link cannot be followed: it is not an http or https address. Copy it from the browser's address line. "
        "What was typed is printed as text until then."
    ),
    "source-date": (
        "The date of a source is written year first: 2025, 2025-03 or 2025-03-14. Something else is printed as you "
        "typed it. Leave it empty where the page gives no date."
    ),
    "source-authors-joined": (
        "Two people stand in the place of one author, so that marks name both in full and the list does not sort them. "
        "Write the family name first, a comma, the given name, and a semicolon between people: “Quattri, Maria; "
        "Watkins, Kevin”. A body whose name has an “and” stays as it is."
    ),
    "source-twice": (
        "Two sources have the same link, so the same page would be listed under two numbers. Cite one of them "
        "everywhere and give the page or the section in each citation."
    ),
    "seat-unverified": (
        "The seat was written in by hand: an organisation, an observer, a person, or a country that the library "
        "lacks. Its name is printed as you wrote it, and its treaties cannot be checked. If it is a country, choose "
        "it from the list."
    ),
    "seat-by-hand": (
        "The seat was written in by hand under the name of a country that the library knows. Its treaties, its name in "
        "sentences and what the paper says of it are only checked where it is chosen from the list."
    ),
    "seat-misspelt": (
        "No country is called as the paper's seat is, and one is a slip of the finger away. The name is printed as it "
        "stands, at the head and all through the paper, and nothing about the country is checked. Choose it from the "
        "list; if another country or an organisation is meant, nothing needs to be done."
    ),
    "seat-not-in-library": (
        "The paper names a country whose profile is not in this computer's library, so nothing about it can be "
        "checked here. The paper itself is complete. Ask for the profile, or choose the country again."
    ),
    "instrument-unverified": (
        "The treaty or declaration was written in by hand. Its title is printed as you wrote it, and whether your "
        "country is a party cannot be checked. Look it up in the list first; official titles are easily got wrong."
    ),
    "instrument-not-in-library": (
        "The paper names an instrument that is not in this computer's library, so nothing about it can be checked "
        "here. Choose it again, or check by hand."
    ),
    "instrument-twice": (
        "The same instrument stands twice in one topic, so the paper introduces it twice. Put all articles under one "
        "entry."
    ),
    "article-without-instrument": (
        "An article was given, but not the treaty or declaration that it belongs to. Every treaty has an article 1: "
        "choose the instrument."
    ),
    "article-not-there": (
        "The place of an article's number holds other words, perhaps those that you searched for, or a number that the "
        "instrument cannot have: the Convention on the Rights of the Child ends with article 54. Of treaties whose "
        "quotations can be checked every article is known; of others the library lists only those that delegates "
        "cite, and a number that is not in the list is fine unless it is far beyond them. Choose the article from the "
        "list, or type the number as the text has it."
    ),
    "article-of-another": (
        "What you say that the article does is what another article of the same instrument does, and none of it is in "
        "the one whose number you give. One of the two is a slip: a number that was mistyped, or words that stayed "
        "when you chose another article. This is advice, since the library tells in its own words what an article "
        "does: look it up in the text."
    ),
    "legal-basis-missing": (
        "A solution rests on an article that this topic does not cite, because the article was changed or taken out. "
        "Choose the legal basis again."
    ),
    "not-a-party": (
        "According to the library, your country has not joined this treaty, as of the day that is named. It is then "
        "not bound by it, and a delegate who says “ratified” can be corrected by any other. Standing outside is a "
        "position: say why, or cite a treaty that your country has joined."
    ),
    "only-signed": (
        "Your country has signed the treaty and not ratified it. A signatory shows that it means to join and may not "
        "defeat the treaty's purpose (Vienna Convention on the Law of Treaties, article 18), but it is not yet bound "
        "by its articles. Write “signed”."
    ),
    "withdrew": (
        "Your country was a party and has left the treaty. Other delegations will know. Say so yourself, with the "
        "reason that your country gave, and what it does instead."
    ),
    "voted-against": (
        "Your country voted against this text when it was adopted. It can still be cited, but not as something that "
        "your country supports without explaining the vote."
    ),
    "abstained": (
        "Your country abstained when this text was adopted. Say what it missed or feared in the text, or cite another "
        "one."
    ),
    "not-in-force": (
        "Your country has agreed to be bound, but too few States have, so the treaty binds nobody yet. Write in the "
        "future."
    ),
    "not-open": (
        "This treaty is open only to the States of one region or organization, and yours is not among them. It can be "
        "a model for others, but it does not bind your country. Cite it as what others have agreed."
    ),
    "from-example": (
        "At least half of the answers are those of an example, word for word or with a few words changed, whatever the "
        "title, the seat and the names in the header are. To begin from an example is a good way to see what each "
        "answer becomes; to hand it in is to hand in somebody else’s paper. It is told until most of the answers are "
        "the delegate’s own."
    ),
    "another-country-speaks": (
        "In an answer in which you speak for your seat, another country is the one that speaks: “Kenya seeks …” or "
        "“The Mexican delegation invites …”, and your own country is not named. That happens when a paper is begun "
        "from an example, or from the paper of another seat. Write the position of your own country. An answer that "
        "names both is never doubted."
    ),
    "another-country-often": (
        "In several answers on the position another country acts (“Mexico offers …”), and in more of them than name "
        "your own. One such answer is nothing to doubt; so many are what is left of a paper for another seat, once the "
        "sentences in which that one speaks were mended. A country that your topic names is never meant."
    ),
    "says-bound": (
        "An answer says that your country ratified a treaty, joined it, is a party to it or is bound by it, and the "
        "library says, with a day, that it is not. It is the fault that other delegates notice first. Look the treaty "
        "up behind its link, and correct the sentence, or the library where it is out of date."
    ),
    "says-signed": (
        "An answer says that your country signed a treaty, and the library says, with a day, that it never did. Look "
        "the treaty up behind its link before you hand the paper in."
    ),
    "declaration-ratified": (
        "Declarations, resolutions and plans of action are adopted by a meeting, with or without a vote. No country "
        "signs, ratifies or joins them one by one, and they have no parties. Write what your country did when it was "
        "adopted: supported, joined the consensus, voted for."
    ),
    "year-not-its-own": (
        "The paper says that an instrument was adopted in a year that is not the one of its adoption in the library. "
        "Often it is the year in which it entered into force or in which your country joined it: say that instead. A "
        "chair who knows the text sees a wrong year at once."
    ),
    "name-misspelt": (
        "A word with a capital is a slip of the finger from the name of one country, and is no name that the library "
        "knows. This is advice: another place or a person may be called so."
    ),
    "name-without-the": (
        "Some countries have “the” before their names inside sentences: the Gambia, the Netherlands, the Philippines. "
        "The template writes it by itself; in your own words it is yours to write."
    ),
    "sentence-small-letter": (
        "Inside an answer a sentence ends, and the next word begins with a small letter: “… in 2019. the government”. "
        "It is printed as it was written, and reads as a slip. Begin the word with a capital, or take the full stop "
        "out where the sentence goes on. What is quoted is left alone, and so is a word that a full stop only "
        "shortens, such as “approx.” or “U.S.”; one that is not known as such may be told by mistake."
    ),
    "sentence-repeated": (
        "A sentence of six words or more stands in the paper more than once, word for word. It was pasted twice, or it "
        "answers two questions: a chair reads it as padding. What stands between quotation marks is not counted."
    ),
    "status-old": (
        "The library's lists of parties were each true on the day that is named with them, and most are older than a "
        "year. Countries join and leave. One look at the depositary's page before the conference is enough; the pages "
        "of the instruments that are named stand in the finding, all others in `mundraft instrument show`."
    ),
    "quotation-other-article": (
        "The quoted words stand in a treaty that can be checked here, but not in the article that is named. Correct "
        "the number, or take the words of the article that you mean."
    ),
    "quotation-partly": (
        "Most of the quoted words are the treaty's, and some are not, or some are left out without a mark. Words "
        "between quotation marks have to be exact: copy them again, mark what you leave out with three dots, and put "
        "your own words in square brackets."
    ),
    "quotation-not-the-text": (
        "The quoted words are not those of the treaty that is named. Summaries for children and web pages are often "
        "quoted as if they were the treaty. Quote the text itself, or say it in your own words without quotation marks."
    ),
    "quotation-not-compared": (
        "The words of this text are not known here, so nothing vouches for the quotation but you. Compare it word by "
        "word with the text behind the instrument's link."
    ),
    "status-unknown": (
        "The library has no record of whether your country has joined this treaty, and a missing record proves "
        "nothing. The United Nations Treaty Collection (treaties.un.org) lists every participant with dates."
    ),
    "too-long": (
        "The paper has more words than the conference or the template allows. Many chairs stop reading at the limit, "
        "and some take marks away. Cut what any delegation could write, and keep what only yours can."
    ),
    "too-short": (
        "The paper uses less than a third of the words that it may have. Short can be good, but chairs look for how a "
        "solution is paid for, by when, and how one would know that it worked: the optional questions ask for that."
    ),
}
