/// The gender that a first name tells, for names that are nearly always of one.
enum FirstNames {
    enum Gender: Sendable { case female, male }

    /// - Parameter name: folded.
    static func gender(of name: String) -> Gender? {
        if female.contains(name) { return .female }
        return male.contains(name) ? .male : nil
    }

    private static let female = words(
        """
        adaeze adriana agnieszka aisha aishwarya akiko alejandra alice amanda amara amelie amina aminah amy ana
        anastasia angela anjali ann anna anne aoife ashley astrid ausrine ayesha barbara beatriz benazir beth blessing
        bridget brigitte camila camilla camille carmen carol caroline catherine celine charlotte chiamaka chiara
        chioma chloe christine claudia condoleezza cristina dalia daniela daria darya debbie deborah deepika diana
        dina dolores donna droupadi ekaterina eleanor elena elisa elisabeth elizabeth ellen emily emma erin erna
        esther evika ewa farah fatemeh fatima fatma federica fernanda fiona florence folake francesca funke gabriela
        galina georgia giorgia giulia grace greta gretchen guadalupe hala hanna hannah haruka hasina heather heba
        heidi heike helen helena hessa hillary holly huda ifeoma ilze indira ine ingrid ingrida irina iryna isabel
        isabella isabelle ivanka iveta jacinda jacqueline jane janet jayalalithaa jean jennifer jessica joan joanna
        joyce juana judith julia julie kaja kamala karen katarzyna kate kateryna katherine katie katrin kavita keiko
        kelly kersti khadija khaleda kimberly kristalina ksenia kumiko lakshmi larisa laura layla leila leymah linda
        lindiwe ling lisa liz lorena louise lucia lucy ludmila luisa lyudmila madeleine magdalena maia malgorzata
        mamata margaret margarita maria mariam mariana marie marina martha martine mary maryam masoumeh megan mei
        melania melissa mercedes mercy mette michelle miriam molly mona monika nadia naledi nancy naomi narges natalia
        nataliya ngozi niamh nicola nicole nina nirmala nkechi nkosazana nomvula noor nour oksana oleksandra olga
        olivia paola patricia petra pilar polina pratibha priti priya priyanka rachel rania rebecca rebekah reem
        roberta rosa ruth sabine sakura salma salome samantha samira sandra sanna sara sarah shirin silvia simone
        siobhan smriti sofia sonia sophia sophie stephanie sunita susan sushma svetlana tatiana tatyana teresa thandi
        theresa ulrike ursula valentina valerie vera veronica victoria viktorija vjosa wangari winnie ximena xiu
        yasmin yasmine ying yoko yuki yulia yuliya zahra zahrah zainab zanele zaynab zofia zoleka zuzana
        """)

    private static let male = words(
        """
        abdallah abdul abdullah abiy adam adama ahmad ahmed alan alar alassane alberto alejandro aleksandr aleksei
        alessandro alexander alexei ali allan alpha alvaro amir amit anatoliy anatoly anders andrei andres andrew
        andrey andrii andriy andrzej anil anthony antonio anwar ariel arun arvind arvydas asad ashok asif atiku barack
        bashar bassam ben benigno benjamin benny bilal bilawal bill binyamin bob bohdan bola boris brandon brian bruno
        carl carlos cesar charles christian christopher colin cyril dan daniel dave david dennis denys diego dmitri
        dmitry dmytro donald douglas ebrahim edgars eduardo edward egils ehud emmanuel emre enrique eric erik ernesto
        ethan evo fahad fahd faisal faustin felix ferdinand fernando francesco francisco francois frank friedrich
        fumio gabriel gary gennady george gerard gerhard giovanni gitanas giuseppe goodluck gordon gotabaya graham
        grant gregory guillermo gustavo hailemariam hamad hamid hamza hans harry hasan hassan heinrich helmut hennadiy
        henry hirokazu hiroshi hossein hugo hunter hussain hussein ian ibrahim igor ihor ilham imran isaac isaias
        ismail ivan jack jacob jacques jair jakub james jan janusz jaroslaw jason jassim javad javier jeff jeffrey
        jens jerry jim jinping jiri joao joe johan john joko jonas jonathan jorge jose joseph joshua juan jurgen juri
        justin kareem karel karim karl keith kemal kenji kenneth kevin khaled khalid kirill klaus kofi konstantin
        kostyantyn krisjanis krzysztof kumar kyrylo larry lars laszlo laurent lazarus lech leonid liam louis luca luis
        luiz lukas lukasz luke macky magnus mahathir mahdi mahinda mahmoud majid maksym malcolm manmohan mansour
        manuel marco marek mario mariusz mark markus martin mateusz matteo matthew matthias mauricio maxim mehdi
        mehmet meles mevlut michael michel miguel mike mikhail milos mitch mohamed mohammad mohammed mohd morgan moshe
        mostafa muhammad muhammadu murat mustafa mwai mykhailo mykola naftali najib narendra nasser nayib neil nelson
        nestor nicholas nicolas niels nigel nikol nikolai noah nobuo olaf oleg oleh oleksandr oleksii oleksiy olivier
        olusegun omar pablo paolo patrick paul paulo pavel pavlo pawel pedro pete peter petr petro philip philippe
        phillip pierre piotr prabowo prayut radoslaw rafael rahul raila rajesh rajnath ramesh ramzan ranil rashid
        rasmus raul ravi raymond recep reza ricardo richard riek rishi robert roberto rodrigo roman ronald ruslan
        saeed said saleh salem salman salva sam samir samuel sanjay santiago scott sebastian sergei sergey sergio
        serhii serhiy shahbaz shehbaz shimon shinzo silvio simon soren stanislav stefan stephen steve steven stuart
        suleyman sultan sunil suresh sven takashi taras tarek tariq taro thabo thaksin thomas tim timothy tom tomas
        tomasz tony trevor uhuru ulf umar urmas vaclav valdis valerii valeriy valery vasyl victor vijay viktor vitalii
        vitaliy vitaly vladimir volodymyr vyacheslav waleed walid walter william winston wojciech wolfgang yair yemi
        yevgeny yevhen yoshihide yousef youssef yoweri yuri yurii yuriy yusuf zbigniew ziad zoltan
        """)

    private static func words(_ list: String) -> Set<String> {
        Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
