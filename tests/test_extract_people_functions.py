"""What somebody does, by sentences in which it is said: in five languages, and some in Spanish and Portuguese."""

import pytest

from g7data.extract.page import Page
from g7data.extract.people import read_people
from g7data.reading import read_page

ENGLISH = {
    "chair": """
        The session was chaired in Bonn, Germany, by Minister Ada Quill.
        Foreign Secretary Ada Quill led discussions that turned to ships.
        Prime Minister Ada Quill, during her visit to the prefecture, spoke to the press as chair of the G7 summit.
        Representatives were: Foreign Minister Ada Quill of the Republic of Italy (Chair), and Secretary of State Ben Orr.
        The talks, led by Foreign Minister Ada Quill, lasted two days.
        Italian Premier Ada Quill, chairing the summit, opened the session.
        The meeting will be co-chaired by Minister Ada Quill and Minister Ben Orr.
        Prime Minister Ada Quill of Japan, as this year's chair, read out the statement.
        Japan's Ada Quill, foreign minister, presided over the talks.
        Chaired by Environment Minister Ada Quill, the meeting closed on Sunday.
        Under the leadership of Minister Ada Quill, the ministers agreed on a plan.
        Finance Minister Ada Quill and Governor Ben Orr co-chaired the meeting.
        TOKYO - Finance Minister Ada Quill will chair talks of the group next week.
        Japan's finance minister, Ada Quill, who chaired the gathering, told a news conference the mood was good.
        The chair of the meeting, Justice Minister Ada Quill, read out the text.
        Ministers elected Ada Quill, Minister of Labour, as chair.
        Led by Governor Ada Quill, the working group met twice.
        We would like to thank Minister Ada Quill for her excellent chairmanship.
        I want to thank my friend and our chair Ada Quill for the work.""",
    "host": """
        The meeting was hosted in Bonn, Germany, by Ada Quill, Germany’s Minister for Economic Affairs.
        Ada Quill, Minister of Finance and host of the meeting, smiled.
        They met at the invitation of Vice Chancellor and Federal Minister for Economic Affairs and Climate Action Ada Quill.
        Canadian Prime Minister Ada Quill will host the summit in June.
        French President Ada Quill, who is hosting the meeting, smiled.
        The ministers thanked Minister Ada Quill for her hospitality.
        We thank Minister Ada Quill and the people of Japan for hosting us.
        Hosted by Transport Minister Ada Quill, the meeting gathered seven ministers.
        Environment ministers, hosted by Canada's Ada Quill, minister of environment, agreed to cut waste.
        The ministers expressed their gratitude to Minister Ada Quill for her leadership and hospitality.
        Minister Ada Quill today welcomed her G7 counterparts to Toronto.
        Canada's foreign minister, Ada Quill, welcomed her counterparts in Charlevoix.
        The ministers, gathered by Canadian Foreign Minister Ada Quill, met for two days.
        Ada Quill, Minister of Economy, Trade and Industry, co-hosted the event.
        Host Prime Minister Ada Quill put the sea on the agenda.
        The ministers met by the sea on the initiative of Ada Quill, Minister of Transport.
        President Ada Quill, who was a wonderful host, smiled.
        Conference co-hosts Orr and Ada Quill, Canada's minister of natural resources, spoke of the need.
        The Right Honourable Ada Quill MP will host a meeting of the ministers.""",
    "participant": """
        Commissioner Ben Orr will hold a series of meetings, including with the UK Home Secretary, Ada Quill.
        Prime Minister Ada Quill, asked on Friday, said she will travel to the summit.
        She held talks with her British counterpart Ben Orr and France’s new interior minister Ada Quill.
        Speaking to the labour ministers during a session on work, ILO Director-General, Ada Quill, saw much to do.
        From left to right in the image are: Ada Quill, UK Foreign Secretary; and Ben Orr, Germany’s Minister for Foreign Affairs.
        In addition to Minister Ada Quill, officials of five countries came.
        The foreign ministers of Canada and, in blue, Ada Quill, the High Representative of the European Union, speak at the opening of the meeting.
        In the evening he spoke at length with his British counterpart and Finance Minister Ada Quill.
        Foreign Secretary Ben Orr gave a press conference with Secretary of State Ada Quill.
        Minister Ben Orr is pictured greeting Minister Ada Quill.
        Last week Prime Minister Ada Quill took a leading role in the meeting of G7 leaders.
        The Prime Minister met with allies including President Ada Quill of France.
        Members of the G7, including President Ada Quill, third from left, stand at the castle.
        Other representatives were: Minister Ben Orr (Chair), Minister Ada Quill of the Kingdom of Belgium, and Minister Cyd Vane.
        Secretary Ben Orr did not come to the conference, with Deputy Secretary Ada Quill acting on his behalf.
        The Minister met with Ada Quill, the United States' Secretary of Agriculture.
        Ukrainian President Ada Quill joined the leaders by video link.
        The leaders were joined by UN Secretary-General Ada Quill.
        Chancellor Ada Quill arrived in Biarritz on Saturday.
        Leaders including President Ada Quill and Prime Minister Ben Orr posed for a photo.
        On the sidelines, he held talks with Indian Prime Minister Ada Quill.
        Trade Minister Ada Quill represented Japan at the meeting.
        Ada Quill, the minister of health, is expected to attend.
        British Prime Minister Ada Quill met her Japanese counterpart Ben Orr.
        Ministers Ada Quill of Canada and Ben Orr of France signed the declaration.
        The ministers held a working dinner with Ukrainian Foreign Minister Ada Quill.
        British Chancellor Ada Quill is set to meet fellow finance ministers.
        The Honourable Ada Quill, Minister of Finance, today concluded the G7 meeting.
        Minister Ada Quill will lead the Canadian delegation to the meeting.
        Secretary Ada Quill spoke today with her G7 counterparts.
        Remarks by Commissioner Ada Quill will follow.
        The President of the European Commission, Ada Quill, and the President of the European Council, Ben Orr, attended.
        We were pleased to be joined by the Director-General of the WHO, Ada Quill.
        We welcomed the participation of the OECD Secretary-General, Ada Quill.
        We heard from IMF Managing Director Ada Quill about growth.
        We thank Secretary-General Ada Quill for her briefing.
        Among those attending were Prime Minister Ada Quill and President Ben Orr.
        Invited guests include President Ada Quill of Kenya.
        U.S. Secretary of State Ada Quill landed in Tokyo late Sunday.
        European Commission President Ada Quill and European Council President Ben Orr are also taking part.
        Ukrainian President Ada Quill addressed the leaders via video.
        South African President Ada Quill has been invited as a guest.
        Also present was World Bank President Ada Quill.
        Prime Minister Ada Quill will be accompanied by Foreign Minister Ben Orr.
        Foreign Secretary Ada Quill will travel to Italy tomorrow for talks.
        On Monday the Foreign Secretary, Ada Quill, will be in Berlin for the meeting.
        Secretary Ada Quill thanked Foreign Minister Ben Orr for hosting the ministerial.
        Secretary of State Ada Quill spoke by phone with her G7 counterparts.
        Deputy Secretary Ada Quill led the U.S. delegation.
        Prime Minister Ada Quill and U.S. President Ben Orr agreed to work together.
        Mr. Ben Orr, Secretary-General of the OECD, and Ms. Ada Quill, Director-General of the ILO, also took part in the meeting.
        Ministers were joined by the European Commissioner for Energy, Ada Quill.
        The session on health was introduced by Dr. Ada Quill, Director-General of the WHO.
        A keynote was given by Ada Quill, Minister of Health of Ghana.
        State Minister for Foreign Affairs Ada Quill attended the meeting on behalf of Japan.
        Talks between President Ada Quill and Chancellor Ben Orr are planned.
        Chancellor of the Exchequer Ada Quill will represent the UK.
        Finance ministers and central bankers, among them Bundesbank President Ada Quill, met on Friday.
        It was the last summit for outgoing Chancellor Ada Quill.
        Ukraine's Finance Minister Ada Quill briefed the ministers.
        Canada’s Finance Minister Ada Quill (left) and Governor Ben Orr hold a news conference.
        Minister Ben Orr welcomed Transport Secretary Ada Quill, Minister Carl Eder of Germany and Minister Dora Finn of Canada.""",
    "quoted": """
        Minister Ada Quill commended the agreement on cables.
        Secretary of State Ada Quill turned to a treaty of old, saying that it was still good.
        Finance Minister Ada Quill told reporters on Friday that the deal was close.
        Energy Secretary Ada Quill urged allies to spend more.
        In an interview with the paper, Finance Minister Ada Quill said no.
        "We are united," Foreign Secretary Ada Quill said.
        Climate envoy Ada Quill warned that time was short.
        According to Finance Minister Ada Quill, growth will return.
        German Economy Minister Ada Quill hailed the agreement as a milestone.
        G7 finance chiefs will gather in Banff, Canadian Finance Minister Ada Quill announced.
        “It was a frank discussion,” added Labour Minister Ada Quill.
        Interior Minister Ada Quill tweeted that the deal was done.
        Ada Quill, Germany's economy minister, said the talks went well.
        In a statement, Health Secretary Ada Quill welcomed the deal.
        U.S. Treasury Secretary Ada Quill called on the bank to lend more.
        "There is no plan B," according to Canadian Minister Ada Quill.
        Trade Minister Ada Quill dismissed the claim.
        Ada Quill MP, Minister for Security, commented: “We stand firm.”
        At the meeting Minister Ada Quill stressed the need for speed.
        "I think we made progress," Treasury Secretary Ada Quill told CNN.
        Speaking to reporters, Economy Minister Ada Quill ruled out a deal.
        "We need more," Ada Quill, the German minister for the environment, said on arrival.
        The ministers spoke of prices, with Commission Vice-President Ada Quill noting that they fell.
        Ambassador Ada Quill today released the following statement at the end of the meeting.
        Earlier this week, Treasury Secretary Ada Quill reiterated the position on currencies.""",
    "mentioned": """
        Minister Ada Quill was represented by an official of the ministry.
        The still-to-be-confirmed Secretary of State Ada Quill stayed at home.
        Secretary of State Ada Quill has not confirmed the plan.
        The policy was introduced by former President Ada Quill.
        The sanctions target the government of President Ada Quill.
        President Ada Quill skipped the dinner.
        Minister Ada Quill did not attend the meeting.
        We commend President Ada Quill for her leadership.
        The death of President Ada Quill shocked the group.
        Prime Minister Ada Quill's office said no.
        The proposal by French Finance Minister Ada Quill was rejected.
        President Ada Quill's decision to impose tariffs loomed over the talks.
        The murder of former Prime Minister Ada Quill was condemned.
        He told a newspaper a day after writing to the Treasury secretary, Ada Quill: “We want to get this over the line.”""",
}  # fmt: skip
FRENCH = {
    "chair": """
        La réunion était présidée par la ministre du Travail, Ada Quill.
        Le ministre de l'Intérieur Ada Quill présidera la rencontre.
        La réunion, coprésidée par le ministre Ada Quill, s'est achevée samedi.
        Le G7 des ministres s'est tenu sous la présidence du ministre Ada Quill.
        TOKYO - La ministre des Finances Ada Quill présidera les discussions la semaine prochaine.
        Le ministre de l'Agriculture Ada Quill, qui préside la réunion, veut un accord.
        Les coprésidents Ada Quill, ministre de l'Énergie, et Ben Orr, ministre des Finances, ont souri.""",
    "host": """
        La Première ministre Ada Quill accueillera le sommet en juin.
        La ministre de la Justice, Ada Quill, a reçu ses homologues du G7 à Paris.
        Le G7 a été convoqué par le président Ada Quill.
        Les ministres ont remercié la ministre Ada Quill pour son accueil.
        Le premier ministre Ada Quill, hôte du sommet, a souri.
        Le Premier ministre canadien Ada Quill, qui accueille le sommet, a souri.
        Nous remercions le président Ada Quill d'avoir accueilli le sommet.
        À l'invitation de Mme Ada Quill, ministre de l'Environnement, les ministres se sont réunis.
        Le ministre de la Transition écologique, Ada Quill, réunit ses homologues à Metz.
        Hôte du sommet, le président Ada Quill a plaidé pour la paix.
        Sur l'invitation du ministre Ada Quill, les sept se sont vus.
        Le chef du gouvernement italien Ada Quill a accueilli ses hôtes.
        La ministre canadienne des Affaires étrangères, Ada Quill, reçoit ses homologues à Charlevoix.
        Je voudrais remercier le Président Ada Quill qui a été un excellent hôte tout au long de ce sommet.
        Ada Quill, ministre de la Santé, des Familles, de l’Autonomie et des Personnes Handicapées, a tenu jeudi une réunion de lancement avec les ministres de la Santé.""",
    "participant": """
        La présidente Ada Quill a, d’une voix ferme, redit qu’elle participera au sommet.
        Le mot est de la présidente américaine, Mme Ada Quill, qui s’exprimait pour la dernière fois dans un sommet du G8.
        Il a été marqué par l’arrivée, pour la première fois, de la présidente Ada Quill.
        Michel Orr est ministre. Ada Quill, ministre de la Justice, y a assisté, ainsi que cinq délégations.
        Outre la ministre de la Santé Ada Quill, cinq délégations sont venues.
        Le sommet a été l’occasion pour la ministre de la Santé, Mme Ada Quill, de présenter son plan.
        Les ministres Ada Quill et Ben Orr seront de la partie.
        Avec lui dans la salle, la ministre de la Santé Ada Quill.
        Le président ukrainien Ada Quill participera par visioconférence à la réunion.
        La chancelière Ada Quill est arrivée samedi à Biarritz.
        Autour du président Ada Quill, les dirigeants ont discuté de la mer.
        Le ministre s'est entretenu avec son homologue japonais, Ada Quill.
        Ada Quill, ministre de l'Agriculture, représentait la France.
        Le secrétaire d'État Ada Quill se rendra à Toronto pour la réunion.
        Étaient présents la ministre Ada Quill et le ministre Ben Orr.
        Le président américain Ada Quill a quitté le sommet plus tôt.
        Réunis autour du ministre Ada Quill, les sept pays ont adopté un plan.
        La directrice générale du FMI, Ada Quill, était également présente.
        En présence de la secrétaire générale de l'OCDE, Ada Quill, les ministres ont parlé.
        La ministre déléguée au Numérique, Ada Quill, conduira la délégation française.
        Le président de la République, Ada Quill, s'entretiendra avec le Premier ministre japonais, Ben Orr.
        Nous saluons la participation du secrétaire général des Nations unies, Ada Quill.
        Aux côtés du ministre Ada Quill, il a signé la déclaration.
        Le secrétaire d'État américain Ada Quill est attendu dimanche à Capri.
        Le président du Conseil européen Ada Quill et la présidente de la Commission Ada Orr participent également au sommet.
        Le président sud-africain Ada Quill figure parmi les invités.
        Le gouverneur de la Banque de France, Ada Quill, prendra part aux travaux.
        La ministre de l'Enseignement supérieur, Ada Quill, a ouvert la réunion.
        Le président ukrainien Ada Quill, invité du sommet, a demandé des armes.
        Le ministre de l'Europe Ada Quill a participé, les 3 et 4 mai, à la réunion.
        Le ministre des Affaires étrangères Ada Quill est à Londres pour la réunion du G7.
        La ministre des Affaires étrangères, Ada Quill, conclut sa visite.
        Le sommet sera le premier pour le Premier ministre britannique Ada Quill.
        Le commissaire européen au Commerce, Ada Quill, était à la table des négociations.
        Une session a été introduite par la directrice générale de l'OMS, Ada Quill.
        La ministre Ada Quill et son homologue japonais Ben Orr ont signé un accord.
        Le ministre délégué Ada Quill représentera la France à la réunion.""",
    "quoted": """
        Le ministre des Finances Ada Quill a déclaré vendredi que l'accord était proche.
        « Nous sommes unis », a lancé le ministre de l'Économie, Ada Quill.
        « Nous sommes unis », s'est félicitée la ministre de la Santé Ada Quill.
        Selon la ministre de l'Environnement Ada Quill, le temps presse.
        Le ministre Ada Quill a indiqué à la presse que tout allait bien.
        La ministre des Armées Ada Quill a appelé à la retenue.
        Le ministre allemand de l'Économie Ada Quill s'est dit confiant.
        « C'est un succès », a réagi la ministre de la Culture, Ada Quill.
        Le chancelier allemand Ada Quill a estimé que le temps pressait.
        « Tout va bien », assure le ministre du Travail Ada Quill.
        « Il n'y a pas de plan B », a prévenu la ministre canadienne Ada Quill.
        La ministre de la Santé Ada Quill se félicite de cet accord.
        Ada Quill, ministre du Travail, a rappelé l'importance du dialogue.
        « Nous avons avancé », confie la secrétaire au Trésor Ada Quill à la presse.
        La ministre du Travail Ada Quill a salué un accord historique.
        Interrogé sur ce point, le ministre Ada Quill a botté en touche : « Nous verrons bien ce que cela donnera ».
        Les ministres ont parlé des prix, le commissaire Ada Quill notant que le prix a baissé.
        La ministre Ada Quill a fait la déclaration suivante.
        Le ministre Ada Quill a réitéré sa position sur les devises.
        La ministre Ada Quill s'est exprimée vendredi devant les journalistes.""",
    "mentioned": """
        La décision du président Ada Quill remonte à 2018.
        Le président Ada Quill n'a pas assisté à la réunion.
        Le sommet a été marqué par l'absence du président Ada Quill.
        La proposition du ministre Ada Quill a été rejetée.
        L'assassinat de l'ancien Premier ministre Ada Quill a été condamné.
        La ministre Ada Quill était attendue sur la question des prix.""",
}  # fmt: skip
GERMAN = {
    "chair": """
        Das Treffen wird von Bundesfinanzminister Ada Quill geleitet.
        Den Vorsitz führt Bundesjustizministerin Ada Quill.
        Bundeslandwirtschaftsminister Ada Quill leitet das Treffen in Stuttgart.
        „Das ist ein Erfolg“, sagte der Minister. Unter dem Vorsitz von Bundesminister Ada Quill tagten sieben Länder.
        An der Konferenz unter Leitung von Ministerin Ada Quill nehmen sieben Länder teil.
        TOKIO - Finanzministerin Ada Quill leitet kommende Woche die Gespräche.
        Landwirtschaftsminister Ada Quill, der das Treffen leitet, will eine Einigung.
        Der Vorsitz lag bei Bundesministerin Ada Quill.""",
    "host": """
        Bundeskanzlerin Ada Quill empfängt die Staats- und Regierungschefs auf Schloss Elmau.
        Gastgeberin ist Bundesinnenministerin Ada Quill.
        Verkehrsminister Ada Quill hat seine Kollegen nach Berlin eingeladen.
        Die Ministerinnen und Minister dankten Ministerin Ada Quill für ihre Gastfreundschaft.
        Die Bundesministerin für Arbeit und Soziales, Ada Quill, begrüßte ihre Amtskollegen in Wolfsburg.
        Japans Außenminister Ada Quill hatte zu dem Treffen eingeladen.
        Bundesjustizminister Ada Quill lud seine Amtskollegen nach Berlin ein.
        Als Gastgeber will Kanzler Ada Quill vermitteln.
        Zum Auftakt begrüßte Ministerin Ada Quill die Delegationen.
        Kanadas Außenministerin Ada Quill empfängt ihre Kolleginnen und Kollegen in Charlevoix.
        Zu dem Treffen hatte Bundesarbeitsminister Ada Quill eingeladen.
        Die Minister kamen am Meer zusammen, das Treffen fand auf Initiative von Außenministerin Ada Quill statt.
        In diesem Rahmen hat Ministerin Ada Quill die Umweltminister der Staaten Kanada, Frankreich, Italien, Japan und der USA sowie die Kommissarin zu einem Treffen eingeladen.""",
    "participant": """
        Erwartet werde auch die Chefin der Europäischen Zentralbank (EZB), Ada Quill, sowie Vertreter der OECD.
        Die Ministerin traf am Rande der Konferenz in dem Ort in den Bergen ihren US-Kollegen Ada Quill zu einem Gespräch.
        Müller war am Sonntag mit der Präsidentin Ada Quill zusammengetroffen.
        Er sprach von Präsidentin Ada Quill, die am Montag mit anderen als Gast am Gipfel mitwirkt.
        Es war geplant, die ukrainische Ministerin Ada Quill bei dem Treffen als Gast online zuzuschalten.
        Gruppenfoto, im Vordergrund Ministerin Ada Quill
        Dabei wollte auch Außenministerin Ada Quill (SPD) einen Vortrag über die Energie der Meere halten.
        Mit ihr waren der kanadische Minister Ada Quill und weitere Gäste.
        An dem Treffen nimmt auch der ukrainische Präsident Ada Quill teil.
        Der ukrainische Präsident Ada Quill wird per Video zugeschaltet.
        US-Präsident Ada Quill traf am Samstag in Biarritz ein.
        Am Rande sprach er mit dem indischen Premierminister Ada Quill.
        Der französische Präsident Ada Quill reiste vorzeitig ab.
        Für Deutschland nahm Staatssekretär Ada Quill teil.
        Mit dabei ist auch EU-Kommissionspräsidentin Ada Quill.
        Darüber will Kanzler Ada Quill mit den Partnern beraten.
        Kanzlerin Ada Quill und Präsident Ben Orr kamen zu einem Gespräch zusammen.
        Zu den Gästen gehört auch der indische Premierminister Ada Quill.
        Eingeladen sind auch die Präsidentin der EZB, Ada Quill, und der Chef des IWF.
        Außenministerin Ada Quill will bei dem Treffen über die Ukraine sprechen.
        Staatssekretär Ada Quill vertrat den Minister.
        Auch NATO-Generalsekretär Ada Quill nahm an der Sitzung teil.
        US-Außenminister Ada Quill wird am Sonntag auf Capri erwartet.
        EU-Ratspräsident Ada Quill und Kommissionspräsidentin Ada Orr nehmen ebenfalls teil.
        Bundeswirtschaftsminister Ada Quill hat das Treffen eröffnet.
        Innenministerin Ada Quill kommt am Donnerstag mit ihren Amtskollegen zusammen.
        Staatsministerin Ada Quill reist zum Treffen der G7 nach Neapel.
        Bundeskanzler Ada Quill ist in Kananaskis eingetroffen.
        Im Anschluss stellten sich Kanzler Ada Quill und Präsident Ben Orr den Fragen der Presse.
        Mit am Tisch sitzt auch die Präsidentin der Weltbank, Ada Quill.
        Für den britischen Premier Ada Quill ist es der erste Gipfel.
        Die Finanzminister, darunter Bundesfinanzminister Ada Quill, berieten zwei Tage.
        Ministerin Ada Quill und ihr japanischer Amtskollege Ben Orr unterzeichneten ein Abkommen.
        Deutschland wurde durch Staatssekretärin Ada Quill vertreten.
        Die Ministerin hat neben ihren Kollegen auch Ada Quill, EU-Kommissarin für Inneres, eingeladen.
        Minister Ben Orr begrüßte den deutschen Minister Carl Eder, die britische Ministerin Ada Quill und die kanadische Ministerin Dora Finn.""",
    "quoted": """
        Bundesumweltministerin Ada Quill wertete die Konferenz trotzdem als Erfolg.
        Finanzminister Ada Quill sagte am Freitag, die Einigung sei nah.
        „Wir sind uns einig“, betonte Außenministerin Ada Quill nach dem Treffen.
        Nach Angaben von Wirtschaftsminister Ada Quill dauert es noch.
        Umweltministerin Ada Quill zeigte sich zufrieden.
        Laut Kanzler Ada Quill ist der Gipfel ein Erfolg.
        Bundesgesundheitsminister Ada Quill: „Das ist ein Erfolg.“
        Bundesministerin Ada Quill erklärt: „Das ist ein Erfolg.“
        Agrarminister Ada Quill warnte vor Hunger.
        Das kündigte Bundesumweltministerin Ada Quill am Rande des Treffens an.
        „Das ist ein Erfolg“, so Bundesumweltministerin Ada Quill.
        Bundesfinanzminister Ada Quill hat zum Abschluss eine positive Bilanz gezogen.
        Der britische Premierminister Ada Quill forderte mehr Hilfe.
        Wie Ministerin Ada Quill mitteilte, geht es weiter.
        Ministerin Ada Quill sieht darin einen Erfolg.
        EU-Kommissar Ada Quill lobte die Einigung.
        „Es gibt keinen Plan B“, mahnte die kanadische Ministerin Ada Quill.
        Bundesbankpräsident Ada Quill äußerte sich zuversichtlich.
        Aus Sicht von Gesundheitsminister Ada Quill ist das ein Durchbruch.
        Die Ministerin für Verkehr, Ada Quill, machte deutlich, dass es eilt.
        Bundesministerin Ada Quill hob die Bedeutung der Meere hervor.
        „Wir haben Fortschritte gemacht“, sagte US-Finanzministerin Ada Quill dem Sender CNN.
        Bundesverkehrsminister Ada Quill freut sich über die Einigung.
        Bundesgesundheitsministerin Ada Quill spricht von einem Durchbruch.
        Außenministerin Ada Quill gab folgende Erklärung ab.
        Dies teilte Kanadas neue Finanzministerin Ada Quill am Sonntag auf ihrer Seite mit.
        Finanzministerin Ada Quill sprach nach dem Ende der Beratungen von einem guten Tag.""",
    "mentioned": """
        Die Politik von Präsident Ada Quill ist umstritten.
        Kanzlerin Ada Quill nahm nicht teil.
        Die von Präsident Ada Quill verhängten Zölle belasten den Handel.
        Seit dem Amtsantritt von Präsident Ada Quill ist alles anders.
        Der Vorschlag von Minister Ada Quill wurde abgelehnt.
        Die Ermordung des früheren Premierministers Ada Quill wurde verurteilt.
        Nach dem Zweiten Weltkrieg gab es ein Programm, das Präsident Ada Quill unterzeichnete.""",
}  # fmt: skip
ITALIAN = {
    "chair": """
        Il ministro federale dell’Interno, Ada Quill, guiderà i lavori.
        La riunione, che si tiene a Roma, è guidata dal ministro Ben Orr; i lavori sono guidati dalla ministra Ada Quill.
        Le sessioni del secondo giorno sono state coordinate dal Sottosegretario Ada Quill.
        La riunione, presieduta dal ministro della Salute Ada Quill, si è chiusa.
        Il ministro dei Trasporti Ada Quill presiederà il vertice.
        Il vertice è presieduto dal ministro dell'Interno Ada Quill.
        Il ministro dell'Economia Ada Quill e il governatore Ben Orr hanno presieduto i lavori.
        TOKYO - La ministra delle Finanze Ada Quill presiederà i colloqui della prossima settimana.
        Il ministro dell'Agricoltura Ada Quill, che presiede la riunione, vuole un'intesa.
        I copresidenti Ada Quill, ministra dell'Energia, e Ben Orr, ministro delle Finanze, erano contenti.""",
    "host": """
        La cerimonia si è aperta con la ministra della Difesa, Ada Quill, che ha accolto il prefetto.
        La ministra del Turismo Ada Quill ha accolto il viceministro del Canada Ben Orr.
        Ad attendere tutti loro la nostra ministra della Salute, Ada Quill, per la stretta di mano.
        La ministra Ada Quill ha salutato i componenti delle delegazioni.
        Il presidente del Consiglio Ada Quill accoglie i leader a Borgo Egnazia.
        I ministri hanno ringraziato il ministro Ada Quill per l'ospitalità.
        Il ministro Ada Quill, padrone di casa, ha sorriso.
        Ad accogliere i ministri il padrone di casa, il ministro Ada Quill.
        Su invito del ministro Ada Quill i colleghi si sono riuniti.
        Ringraziamo il presidente Ada Quill per aver ospitato il vertice.
        Il ministro della Giustizia Ada Quill riunisce a Venezia i colleghi del G7.
        Il premier Ada Quill ha accolto i leader al castello.
        La ministra degli Esteri canadese, Ada Quill, riceve i colleghi a Charlevoix.
        A fare gli onori di casa il ministro della Cultura Ada Quill.
        I ministri si sono riuniti al mare su iniziativa di Ada Quill, ministro delle infrastrutture.""",
    "participant": """
        L’ultima ad arrivare è stata la segretaria della difesa degli Stati Uniti d’America, Ada Quill.
        Hanno sfilato poi la ministra Ada Quill e Ben Orr.
        La ministra degli Esteri del Giappone Ada Quill ha tenuto un incontro con i suoi colleghi.
        La segretaria della Difesa statunitense Ada Quill ha raggiunto il Palazzo in ritardo.
        Ci sono inoltre la direttrice di Interpol Ada Quill e Ben Orr.
        Il ministero partecipa con una delegazione guidata dalla ministra Ada Quill.
        L’Italia è presente con una delegazione composta anche dalla viceministra Ada Quill.
        Oltre al ministro della Salute Ada Quill, cinque delegazioni sono venute.
        Con loro il ministro della Cultura giapponese e anche la ministra della Cultura ucraina, Ada Quill.
        I lavori si sono aperti con l’intervento della ministra della Cultura ucraina Ada Quill.
        Il programma è nato durante un incontro tenutosi ieri sera a Roma con il ministro dell’Interno Ada Quill.
        Il presidente ucraino Ada Quill partecipa in collegamento video.
        A margine del vertice il ministro ha incontrato il collega giapponese Ada Quill.
        Tra i presenti anche il segretario generale dell'Onu Ada Quill.
        La premier Ada Quill è arrivata a Hiroshima.
        A rappresentare l'Italia il ministro della Giustizia Ada Quill.
        Presente all'incontro la ministra dell'Università Ada Quill.
        Il cancelliere Ada Quill ha lasciato il vertice in anticipo.
        All'apertura dei lavori è intervenuto il ministro Ada Quill.
        Ad aprire i lavori è stato il ministro della Cultura Ada Quill.
        Presenti il segretario generale della Nato Ada Quill e il ministro Ben Orr.
        Il presidente del Consiglio, Ada Quill, incontrerà il presidente Ben Orr.
        Alla riunione prende parte anche la commissaria europea Ada Quill.
        Al tavolo anche il premier giapponese Ada Quill.
        Collegato da Kiev il presidente ucraino Ada Quill.
        Il segretario di Stato americano Ada Quill è atteso domenica a Capri.
        Il governatore della Banca d'Italia, Ada Quill, partecipa ai lavori.
        Il ministro delle Imprese Ada Quill ha inaugurato la riunione.
        Il presidente ucraino Ada Quill è intervenuto in videocollegamento.
        Al vertice prendono parte il presidente francese Ada Quill e il cancelliere tedesco Ben Orr.
        Il viceministro Ada Quill ha rappresentato l'Italia.
        Bilaterale tra il ministro Ada Quill e il collega giapponese Ben Orr.
        Il presidente Ada Quill è arrivato a Borgo Egnazia in elicottero.
        Per il premier britannico Ada Quill è il primo vertice.
        Il ministro Ada Quill e il collega giapponese Ben Orr hanno firmato un accordo.
        L'Italia era rappresentata dal viceministro Ada Quill.
        La ministra Ada Quill ha avuto modo di confrontarsi con i suoi omologhi.
        Il ministro Ben Orr si è confrontato, negli incontri bilaterali, con i suoi omologhi il ministro canadese, Ada Quill, e quello ucraino.""",
    "quoted": """
        Il ministro dell'Economia Ada Quill ha detto che l'accordo è vicino.
        «Siamo uniti», ha sottolineato il ministro degli Esteri, Ada Quill.
        Lo ha annunciato il ministro dell'Ambiente Ada Quill.
        Secondo il ministro del Turismo Ada Quill il settore cresce.
        Per il ministro dell'Agricoltura Ada Quill è un successo.
        "Siamo uniti": così il ministro della Difesa Ada Quill.
        Il ministro del Lavoro Ada Quill si è detto soddisfatto.
        "È un successo", ha dichiarato a margine il ministro Ada Quill.
        "È un successo", le parole del ministro dell'Ambiente Ada Quill.
        Il ministro degli Esteri tedesco Ada Quill ha chiesto più aiuti.
        Il ministro del Turismo, Ada Quill, commenta: «Siamo soddisfatti».
        È quanto ha affermato il ministro della Salute, Ada Quill.
        È quanto emerge dalle parole della ministra Ada Quill.
        "Non c'è un piano B", ha avvertito la ministra canadese Ada Quill.
        A parere del ministro Ada Quill l'intesa è storica.
        Soddisfatto il ministro dell'Agricoltura Ada Quill.
        Nel corso della conferenza stampa finale la premier Ada Quill ha parlato di un successo.
        "Abbiamo fatto progressi", spiega il segretario al Tesoro Ada Quill alla stampa.
        Il ministro dello Sport Ada Quill ha aggiunto che la strada è lunga.
        La ministra Ada Quill ha rilasciato la seguente dichiarazione.""",
    "mentioned": """
        La scelta del presidente Ada Quill risale al 2018.
        Il ministro Ada Quill non ha partecipato alla riunione.
        I dazi voluti dal presidente Ada Quill pesano sul commercio.
        La proposta del ministro Ada Quill è stata respinta.
        L'uccisione dell'ex premier Ada Quill è stata condannata.""",
}  # fmt: skip
JAPANESE = {
    "chair": """
        会合は青山花子外務大臣が議長を務めた。
        青山花子首相は議長として討議を主導した。
        青山花子法務大臣が出席し、議長を務めました。
        議長国フランスのクイル保健大臣が会合を主宰しました。
        会合は、クイル独財務相の議長の下で行われた。
        来週の会合では青山花子財務相が議長を務める。
        青山花子厚生労働大臣は、長崎で開かれたG7保健大臣会合に議長として出席しました。
        議長を務める青山花子経産相は、合意を急ぐ考えを示した。
        青山花子農林水産大臣が議長を務め、各国の農業担当大臣が参加しました。
        会合の冒頭、議長の青山花子大臣が開会を宣言した。
        国土交通省では、青山花子国土交通大臣議長の下、会合を開催しました。""",
    "host": """
        青山花子農林水産大臣は、会合を主催した。
        青山花子首相が各国首脳を出迎えた。
        クイル仏大統領の招待により、各国首脳が集まった。
        カナダのクイル外相が各国外相を招いて会合を開いた。""",
    "participant": """
        日本からは青山花子経済産業大臣が出席した。
        青山花子外相は現地時間12日、イタリアを訪問し、会合に参加する予定だ。
        ウクライナのクイル大統領はオンラインで参加した。
        青山花子首相はフランスのクイル大統領と会談した。
        会合にはクイル国連事務総長も招かれた。
        青山花子大臣から、開会の挨拶があった。
        青山花子文部科学大臣が会合の冒頭で挨拶しました。
        青山花子外務大臣は、G7外相会合に出席するため、イタリアを訪問しました。
        クイル米国務長官とも個別に会談しました。
        青山花子外務副大臣が代理で出席した。
        クイルEU委員長らも参加した。
        青山花子大臣をはじめ、各国の閣僚が出席しました。
        クイル米国務長官は11日、広島に到着した。
        会合には、世界銀行のクイル総裁も加わった。
        青山花子首相がサミットに出席し、各国首脳と意見を交わした。
        青山花子外相は、クイル英外相と個別に会談した。
        青山花子大臣の挨拶に続き、議論が行われた。
        クイル・ウクライナ大統領がオンラインで演説した。
        英国のクイル首相にとっては初めてのサミットとなる。
        青山花子外相ら各国外相が集まった。
        青山花子副大臣が日本を代表して参加しました。
        青山花子大臣とクイル大臣は、覚書に署名しました。
        会議に臨む青山花子財務相
        会合には青山花子通産大臣が出席した。
        クイル欧州委員会副委員長は、重要な関心事項について議論した。""",
    "quoted": """
        青山花子財務相は12日、記者団に対し、合意は近いと述べた。
        青山花子環境相は「歴史的な成果だ」と強調した。
        青山花子官房長官は会見で「遺憾だ」と語った。
        青山花子財務相によると、合意は近い。
        クイル米財務長官が会見で明らかにした。
        青山花子大臣は冒頭、各国の協力を呼びかけました。
        青山花子首相は「法の支配が重要だ」と訴えた。
        青山花子経産相は閣議後の記者会見で、G7の合意を歓迎した。
        青山花子環境相は閉幕後の共同記者会見で、成果を評価した。
        青山花子農相は「食料は武器ではない」と話した。
        日銀の青山花子総裁は、物価の見通しを説明した。
        青山花子首相は記者団の質問に答え、合意に自信を示した。""",
    "mentioned": """
        青山花子科学技術政策担当大臣の代理として、山本議員が会合に出席した。
        この政策はクイル前大統領が始めたものである。
        青山花子外相は会合に欠席した。
        青山花子首相の後任は未定だ。
        青山花子外相の提案は見送られた。
        クイル元首相の暗殺を非難した。""",
}  # fmt: skip
SPANISH_AND_PORTUGUESE = {
    "chair": """
        Las conversaciones están dirigidas por la ministra de Hacienda Ada Quill.
        A reunião foi presidida pelo ministro Ada Quill.""",
    "host": """
        Ada Quill, ministra de Finanzas de Canadá y anfitriona de la reunión, habló del mar.
        Irá tras una invitación extendida por la primera ministra canadiense, Ada Quill.
        La ministra de Finanzas, Ada Quill, recibirá a sus socios en Dresde.
        El presidente francés, Ada Quill, recibió a los líderes en Biarritz.
        De Franse president Ada Quill, gastheer, zei dat hij tevreden was.
        La anfitriona del encuentro, la ministra de Exteriores de Canadá, Ada Quill, confirmó que hay acuerdo.""",
    "participant": """
        El ministro habló después de la reunión con Ada Quill, secretaria de Estado, y la anfitriona del encuentro.
        Habrá tensiones en las conversaciones con la secretaria del Tesoro estadounidense, Ada Quill.
        El ministro estuvo acompañado por su homóloga ucraniana, Ada Quill.
        Señaló que la presencia de la presidenta de la Reserva Federal, Ada Quill, ayuda.
        La canciller de México, Ada Quill, sostuvo un encuentro bilateral con su par.
        Tendrá reuniones con líderes como la primera ministra de la India, Ada Quill.
        La presidenta Ada Quill, según su oficina, confirmó que participará en la cumbre.
        Es el marco de la reunión entre la presidenta de México, Ada Quill, y otros líderes.
        La comisaria de Medio Ambiente, Resiliencia Hídrica y Economía Circular Competitiva, Ada Quill, estará en Toronto.
        Además de la directora gerente del Fondo Monetario Internacional (FMI), Ada Quill, asistirán expertos.
        El ministro debatirá con sus homólogos del G7 y la alta representante de la Unión Europea para Asuntos Exteriores y Política de Seguridad, Ada Quill, sobre la paz.
        Acompañada de la ministra de Hacienda, Ada Quill, llegó por la tarde.
        La ministra se reunirá con el secretario de Estado de EE.UU., Ada Quill.
        El presidente de Ucrania, Ada Quill, participó por videoconferencia.""",
    "quoted": """
        De acuerdo con la ministra de Defensa, Ada Quill, el plan es bueno.
        La ministra de Defensa, Ada Quill, agradeció el plan.
        El primer ministro de Japón, Ada Quill, dijo que el acuerdo está cerca.
        El ministro alemán de Finanzas, Ada Quill, estimó que el acuerdo es histórico.""",
    "mentioned": """
        «Es una crisis junto al presidente de la Reserva Federal, Ada Quill», ha asegurado Orr.
        La ministra de Finanzas, Ada Quill, cree que « un plan bueno para todos» es posible, según fuentes.""",
}  # fmt: skip

WRITTEN = {
    "G7 ministers meet on cables": (ENGLISH, "The seven of them spoke about the sea and the cables in it for two days."),
    "Réunion des ministres du G7 sur les câbles": (FRENCH, "Les sept pays ont parlé de la mer et des câbles pendant deux jours entiers."),
    "Treffen der G7-Minister zu Kabeln": (GERMAN, "Die sieben Staaten sprachen zwei Tage lang über das Meer und die Kabel darin."),
    "Riunione dei ministri del G7 sui cavi": (ITALIAN, "I sette Paesi hanno parlato per due giorni del mare e dei cavi che vi sono."),
    "G7大臣会合について": (JAPANESE, "七か国は二日間にわたって海とその中の線について話し合った。"),
    "Reunión de ministros del G7": (SPANISH_AND_PORTUGUESE, "Los siete hablaron durante dos días del mar y de los cables."),
}  # fmt: skip


SENTENCES = [
    pytest.param(title, line.strip(), other, function, id=f"{function}: {line.strip()}")
    for title, (table, other) in WRITTEN.items()
    for function, lines in table.items()
    for line in lines.strip().splitlines()
]


@pytest.mark.parametrize(("title", "sentence", "other", "function"), SENTENCES)
def test_a_sentence_says_what_somebody_does(title, sentence, other, function):
    text = "\n\n".join((title, sentence, other))
    people = read_people(Page(read_page(text.encode(), "text/plain", "utf-8"), "https://g7-texts.example/x"))
    found = {person.name: person.function for person in people}
    first = next(name for name in ("Ada Quill", "青山花子", "クイル") if name in sentence)
    assert found[first] == function
