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
        alice alla almaz ama amal amanda amara amber amelie amina aminah aminata amy ana anastasia anita anjali ann
        anna anne aoife ashley atieno awa ayesha ayse ayumi barbara beata beatriz beth betty beverly blessing bozena
        brenda bridget brigitte brittany bukola camila camilla camille carmen carol caroline carolyn catherine celine
        charlotte cheryl chiamaka chiara chioma chloe christina christine claire claudia cristina cynthia dace daiva
        dalia daniela danielle daria darya daryna debbie deborah debra deepika denise desislava dewi diana diane dina
        dinara divya dolores donna doris dorota dorothy efua egle ekaterina eleanor elena elif elisa elisabeth
        elizabeth ellen emily emine emma erin esra esther eszter evelyn ewa farah farzana fatemeh fatima fatma fatou
        federica fernanda fiona florence folake frances francesca funke funmilayo gabriela galina geeta georgia
        giorgia giulia gloria grace grazyna greta gretchen guadalupe gulnara halina halyna hanan hannah haruka hasina
        hatice hauwa heather heidi heike helen helena hillary hiwot holly huda ifeoma ildiko ilze indira ine ines
        inese ioana irina iryna isabel isabella isabelle ivanka iwona jacqueline jana jane janet janice jennifer
        jessica joan joanna jolanta josefa joyce juana judith judy julia juliana julie jurgita kadri kaori karen
        katalin katarzyna kate kateryna katherine kathleen kathryn katie katrin kavita kayla keiko khadija khrystyna
        kimberly kristine krystyna kumiko lakshmi larisa larysa laura lauren layla lea leila lenka liga linda lindiwe
        lisa liz lorena lori louise lubna lucia lucy ludmila luisa lyubov lyudmila lyudmyla madeleine madina madison
        malgorzata manon marama margaret margarita maria mariam mariama mariana maricel marie marilyn marina marites
        mariya marta martha martine mary maryam maryna meena megan megumi melania melissa mercedes mercy mereana merve
        michelle michiko mihaela miriam molly mona monika nadezhda nadia nadiya nancy naoko naomi nasreen natalia
        natalie nataliya nawal neha ngaire ngozi niamh nicole nina nirmala njeri nkechi nneka nokuthula nomsa nomvula
        oksana oleksandra olena olga olivia oumou ozlem pamela paola patricia petra pilar piret polina pooja precious
        priti priya priyanka rachel rana rania rasa ratna rebecca rebekah reem rekha renata roberta rosa rowena rubina
        rudo ruta ruth sabine saima sakura salma samantha samar samira sana sandra sara sarah segolene sharon shazia
        shirin shirley shreya silvia simona siobhan siti snezhana sofia solomiya sophia sophie souad sri stephanie
        sunita susan sushma svetlana svitlana tatiana tatyana teresa tetiana thandi theresa tigist tomoko ulrike
        urszula valentina valeria valerie vera veronica victoria viktoria viktorija vira virginia wambui wangari
        wanjiru ximena yaa yasmin yasmine yelena yetunde yoko yuko yulia yuliia yuliya yumiko zahra zahrah zainab
        zanele zaynab zeynep zhanna zoe zofia zoleka zoya zsuzsanna zuzana
        """)

    private static let men = words(
        """
        abdallah abdel abdoulaye abdul abdulaziz abdullah abdulrahman abebe abraham adam adel adewale agus ahmad ahmed
        ahmet aivars akira alain alan alar albert alberto alejandro aleksandar aleksandr aleksei alessandro alexander
        alexei ali aliyu allan alvaro amadou amir amit anatoliy anatoly anders andrei andrej andres andrew andrey
        andrii andris andriy andrzej anil anthony anton antonio anwar arjun artem arthur arturs arun arvydas asad
        ashok asif attila ayman ayodele azamat babatunde bakhtiyar bambang bandar bartosz bashar bassam ben bence
        benjamin benny bernard bilal bill bob bobby bogdan bohdan bongani boris boubacar brandon brian bruce bruno
        bryan budi burak carl carlos cem cesar charles cheikh chidi christian christopher chukwuemeka colin cyril
        daisuke dan daniel daniyar darius dariusz dave david dawit deepak dennis denys diego dieter dimitar dinesh
        dmitri dmitry dmytro donald douglas dragan edgars eduardo edward eko elijah emeka emmanuel emre enrique eric
        erik ernesto ethan fahad fahd faisal farai farooq felipe felix ferdinand ferenc fernando francesco francisco
        francois frank fred friedrich gabor gabriel gary gennady george georgi gerard gerhard getachew gheorghe
        giorgos giovanni girish giuseppe goran gordon graham gregory grzegorz guillermo guntis gustavo hakan hamad
        hamid hamza hans harish harold harry hasan hassan hector heinrich heinz helmut hemi hendra henry hiroshi
        hisham hossein hryhoriy hugo huseyin hussain hussein ian ibrahim ibrahima igor ihor ilham imran indrek ion
        isaac ismail istvan ivan jacek jack jacob jacques jakub jamal james jan janis janusz jaroslaw jason jassim
        javad javier jeff jeffrey jens jeremy jerry jesse jim jiri joao joe johan john johnny joko jomar jonas
        jonathan jorge jose joseph joshua juan juma jurgen juris justin kamau kamil kamran kareem karel karim karl
        kazimierz kazuo keith kenji kenneth kenta kevin khaled khalid kipchoge kirill klaus kofi kojo konstantin
        kostas kostyantyn krzysztof kwabena kwame kwasi kyle kyriakos kyrylo larry lars laszlo laurent lawrence lech
        leonid leszek liam louis luca lucas luis luiz lukas lukasz luke magnus mahdi maher mahesh mahmoud majid makoto
        maksym mamadou mandla manoj mansour manuel marcin marco marek margus mario maris mariusz mark markus martin
        mateusz matteo matthew matthias mauricio maxim mehdi mehmet michael michel miguel mihai mikael mike mikhail
        milos mindaugas miroslav mishaal mohamed mohammad mohammed morgan moses moshe mostafa moussa muhammad
        muhammadu mukesh murat musa mustafa mwangi mykhailo mykola nabil nadeem naresh nasser nathan naveed nawaf neil
        nelson nestor nicholas nicolas niels nigel nikola nikolai nikos noah nurlan obinna odhiambo olaf oleg oleh
        oleksandr oleksiy oliver olivier olusegun oluwaseun omar oscar osman otieno ousmane pablo paolo patrick paul
        paulo pavel pavlo pawel pedro pete peter petr petro philip philippe phillip pierre piotr plamen pradeep
        prakash prasert radu rafael rahul rajesh rakesh ralph ramesh rashid rasmus ravi raymond reynaldo reza ricardo
        richard rinat rizal robert roberto rodel rodrigo roger rohit rokas roman ronald roy ruslan rustam ryan ryszard
        saeed saleh salman sam samer samir samuel sandeep sani sanjay santiago sanzhar satoshi saud scott sean
        sebastian sergei sergey sergio serhiy serkan seydou shahid shota sibusiso simon sione sipho somchai somsak
        soren stanislav stanislaw stefan stefano stepan stephen steve steven stoyan stuart suleyman sultan sunil
        suresh sven takashi tamas tane taras tariq taro tatenda tesfaye thabo themba thiago thomas tim timothy timur
        tom tomas tomasz tony toomas trevor tshepo turki ulf umar usman vaclav valeriy valery vasile vasyl victor
        vijay viktor vinod vitaliy vitaly vladimir volodymyr vyacheslav vytautas wael waleed walid walter wasim
        william winston wiremu wojciech wolfgang yaakov yair yaroslav yaw yegor yevgeny yevhen yilmaz yonas yousef
        youssef yuri yuriy yury yusuf yuta zachary zahid zbigniew ziad zoltan zoran zsolt
        """)

    private static func words(_ list: String) -> Set<String> {
        Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
