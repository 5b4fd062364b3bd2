/// Given names of many countries that are nearly always a man's or nearly always a woman's, written for this project
/// language by language from the commonest ones.
///
/// Only to keep `she` from a man and `he` from a woman: a name that is not here may be either.
enum GivenNames {
    enum Gender: Sendable { case female, male }

    /// The gender that a given name proves, or nil; in UTF-8, any case, with or without its marks.
    static func gender(of bytes: ArraySlice<UInt8>) -> Gender? {
        let name = Folding.fold(bytes)
        if women.contains(name) { return .female }
        return men.contains(name) ? .male : nil
    }

    private static let women = words(
        """
        abeer abena abigail achieng adaeze adaobi adriana adwoa agnieszka aigul aisha aishwarya akiko akosua alejandra
        alice alison alla almaz ama amal amanda amara amber amelia amelie amina aminah aminata amy ana anastasia anita
        anjali ann anna anne annette aoife ashley atieno awa ayesha ayse ayumi barbara beata beatriz beth bethany
        betty beverly blessing bozena brenda bridget brigitte brittany bukola caitlin camila camilla camille carla
        carmen carol carolina caroline carolyn catherine cecilia celine charlotte cheryl chiamaka chiara chioma chloe
        christina christine claire clara claudia constance cristina cynthia dace daiva dalia daniela danielle daria
        darya daryna debbie deborah debra deepika deirdre denise desislava dewi diana diane dina dinara divya dolores
        donna doris dorota dorothy efua egle eileen ekaterina eleanor elena elif elisa elisabeth elizabeth ella ellen
        ellie emily emine emma erica erin esra esther eszter eva evelyn evie ewa farah farzana fatemeh fatima fatma
        fatou federica fernanda fiona florence folake frances francesca freya funke funmilayo gabriela gail galina
        geeta gemma georgia gillian giorgia giulia gloria grace grazyna greta gretchen guadalupe gulnara gwen halina
        halyna hanan hannah harriet haruka hasina hatice hauwa heather heidi heike helen helena hillary hiwot holly
        huda ifeoma ildiko ilze indira ine ines inese ioana irene irina iryna isabel isabella isabelle ivanka iwona
        jacqueline jana jane janet janice jenna jennifer jessica jessie jill joan joanna jodie jolanta josefa
        josephine joyce juana judith judy julia juliana julie jurgita kadri kaori karen katalin katarzyna kate
        kateryna katherine kathleen kathryn katie katrin katy kavita kayla keiko khadija khrystyna kimberly kirsten
        kirsty kristine krystyna kumiko lakshmi larisa larysa laura lauren layla lea leila lenka liga linda lindiwe
        lisa liz lorena lori lorraine louise lubna lucia lucy ludmila luisa lydia lynn lyubov lyudmila lyudmyla
        madeleine madina madison maeve malgorzata manon marama margaret margarita maria mariam mariama mariana maricel
        marie marilyn marina marites mariya marta martha martine mary maryam maryna maureen meena megan megumi melania
        melissa mercedes mercy mereana merve mia michelle michiko mihaela mildred miriam molly mona monika nadezhda
        nadia nadine nadiya nancy naoko naomi nasreen natalia natalie nataliya nawal neha ngaire ngozi niamh nicole
        nina nirmala njeri nkechi nneka nokuthula nomsa nomvula nora oksana oleksandra olena olga olivia oumou ozlem
        pamela paola patricia penelope penny petra phoebe pilar piret polina pooja precious priti priya priyanka
        rachel rana rania rasa ratna rebecca rebekah reem rekha renata rhonda roberta rosa rosemary rowena roxanne
        rubina rudo ruta ruth sabine saima sakura sally salma samantha samar samira sana sandra sara sarah segolene
        sharon shazia sheila shirin shirley shreya silvia simona sinead siobhan siti snezhana sofia solomiya sophia
        sophie souad sri stella stephanie sue sunita susan sushma svetlana svitlana tara tatiana tatyana teresa
        tetiana thandi theresa tigist tomoko tracy ulrike urszula valentina valeria valerie vanessa vera veronica
        victoria viktoria viktorija vira virginia vivian wambui wangari wanjiru wendy ximena yaa yasmin yasmine yelena
        yetunde yoko yuko yulia yuliia yuliya yumiko yvonne zahra zahrah zainab zanele zara zaynab zeynep zhanna zoe
        zofia zoleka zoya zsuzsanna zuzana
        """)

    private static let men = words(
        """
        abdallah abdel abdoulaye abdul abdulaziz abdullah abdulrahman abebe abraham adam adel adewale adrian agus
        ahmad ahmed ahmet aidan aivars akira alain alan alar albert alberto alec alejandro aleksandar aleksandr
        aleksei alessandro alexander alexei ali alistair aliyu allan alvaro amadou amir amit anatoliy anatoly anders
        andrei andrej andres andrew andrey andrii andris andriy andrzej angus anil anthony anton antonio anwar archie
        arjun arnold artem arthur arturs arun arvydas asad ashok asif attila ayman ayodele azamat babatunde bakhtiyar
        bambang bandar barry bartosz bashar bassam ben bence benjamin benny bernard bilal bill blake bob bobby bogdan
        bohdan bongani boris boubacar brad brandon brett brian bruce bruno bryan budi burak callum calvin carl carlos
        cem cesar charles cheikh chidi chris christian christopher chukwuemeka clive colin connor craig curtis cyril
        daisuke damien dan daniel daniyar darius dariusz darren darryl dave david dawit dean deepak dennis denys derek
        desmond diego dieter dimitar dinesh dmitri dmitry dmytro dominic donald douglas dragan duncan dylan edgars
        eduardo edward edwin eko elijah elliot emeka emmanuel emre enrique eric erik ernest ernesto ethan fahad fahd
        faisal farai farooq felipe felix ferdinand ferenc fergus fernando floyd francesco francisco francois frank
        fred friedrich gabor gabriel gary gennady geoff geoffrey george georgi gerald gerard gerhard getachew gheorghe
        gilbert giorgos giovanni girish giuseppe glen glenn goran gordon graeme graham greg gregory grzegorz guillermo
        guntis gustavo guy hakan hamad hamid hamish hamza hans harish harold harry harvey hasan hassan hector heinrich
        heinz helmut hemi hendra henry hiroshi hisham hossein howard hryhoriy hugh hugo huseyin hussain hussein ian
        ibrahim ibrahima igor ihor ilham imran indrek ion irwin isaac ismail istvan ivan jacek jack jacob jacques
        jakub jamal james jan janis janusz jared jaroslaw jarrod jason jassim javad javier jay jed jeff jeffrey jens
        jeremy jerry jesse jim jiri joao joe joel johan john johnny joko jomar jonas jonathan jorge jose joseph joshua
        juan julian juma jurgen juris justin kamau kamil kamran kareem karel karim karl kazimierz kazuo keith ken
        kenji kenneth kenta kevin khaled khalid kipchoge kirill klaus kofi kojo konstantin kostas kostyantyn krzysztof
        kurt kwabena kwame kwasi kyle kyriakos kyrylo lachlan larry lars laszlo laurent lawrence lech leon leonard
        leonid leszek lewis liam lloyd louis luca lucas luis luiz lukas lukasz luke magnus mahdi maher mahesh mahmoud
        majid makoto maksym mamadou mandla manoj mansour manuel marcin marco marcus marek margus mario maris mariusz
        mark markus martin marvin mateusz matteo matthew matthias maurice mauricio max maxim mehdi mehmet michael
        michel mick miguel mihai mikael mike mikhail milos mindaugas miroslav mishaal mitchell mohamed mohammad
        mohammed morgan moses moshe mostafa moussa muhammad muhammadu mukesh murat murray musa mustafa mwangi mykhailo
        mykola nabil nadeem naresh nasser nathan naveed nawaf ned neil nelson nestor nicholas nick nicolas niels nigel
        nikola nikolai nikos noah norman nurlan obinna odhiambo olaf oleg oleh oleksandr oleksiy oliver olivier
        olusegun oluwaseun omar oscar osman otieno ousmane owen pablo paolo patrick paul paulo pavel pavlo pawel pedro
        perry pete peter petr petro philip philippe phillip pierre piotr plamen pradeep prakash prasert radu rafael
        rahul rajesh rakesh ralph ramesh randall rashid rasmus ravi raymond reginald reuben reynaldo reza rhys ricardo
        richard rinat rizal rob robert roberto rod rodel rodney rodrigo roger rohit rokas roman ronald rory ross roy
        rupert ruslan russell rustam ryan ryszard saeed saleh salman sam samer samir samuel sandeep sani sanjay
        santiago sanzhar satoshi saud scott seamus sean sebastian sergei sergey sergio serhiy serkan seydou shahid
        shane shaun shota sibusiso sidney simon sione sipho somchai somsak soren stanislav stanislaw stanley stefan
        stefano stepan stephen steve steven stewart stoyan stuart suleyman sultan sunil suresh sven takashi tamas tane
        taras tariq taro tatenda ted terence tesfaye thabo themba thiago thomas tim timothy timur toby todd tom tomas
        tomasz tony toomas travis trevor tshepo turki tyler ulf umar usman vaclav valeriy valery vasile vasyl vernon
        victor vijay viktor vincent vinod vitaliy vitaly vladimir volodymyr vyacheslav vytautas wade wael waleed walid
        walter warren wasim wayne wesley william willie winston wiremu wojciech wolfgang xavier yaakov yair yaroslav
        yaw yegor yevgeny yevhen yilmaz yonas yousef youssef yuri yuriy yury yusuf yuta zachary zahid zbigniew ziad
        zoltan zoran zsolt
        """)

    private static func words(_ list: String) -> Set<String> {
        Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
