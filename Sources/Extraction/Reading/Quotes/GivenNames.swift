/// Given names of many countries that are nearly always a man's or nearly always a woman's, written for this project.
///
/// Only to keep `she` from a man and `he` from a woman: a name that is not here may be either.
enum GivenNames {
    private static let men = ByteHash.set(
        """
        john james robert michael william david richard joseph thomas charles daniel matthew anthony mark paul steven andrew joshua \
        kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott \
        brandon benjamin samuel gregory frank alexander patrick jack dennis peter henry adam nathan douglas zachary walter kyle harold \
        carl arthur roger keith jeremy lawrence sean christian albert joe ethan jesse bryan bruce ralph roy louis philip bobby johnny \
        bill tom tim jim mike dave steve bob dan ben sam tony fred simon martin ian neil graham stuart nigel alan colin hugo oliver \
        josé juan luis carlos jorge miguel pedro manuel francisco javier fernando alejandro diego rafael sergio ricardo eduardo pablo \
        mario roberto alberto antonio enrique gustavo guillermo andrés hector héctor oscar raúl césar felipe sebastián gabriel mauricio \
        joão paulo thiago bruno lucas mateus luiz jair marco luca giuseppe giovanni francesco andrea matteo stefano pierre jean jacques \
        françois michel philippe nicolas emmanuel laurent alain bernard hans klaus jürgen wolfgang heinz dieter olaf friedrich markus \
        stefan thomas sven lars erik jens anders magnus mikael jonas gabrielius petr jan jiří tomáš pavel václav andrej miroslav zoran \
        goran dragan ivan nikola aleksandar vladimir volodymyr dmytro dmitry serhiy sergey sergei oleksandr oleksiy mykola mykhailo andriy \
        andrey andrei ihor igor oleh oleg yuriy yury viktor victor vasyl roman bohdan taras rustem ruslan valerii valery anatoly boris \
        alexei mikhail nikolai konstantin maxim denys artem kyrylo petro pavlo piotr andrzej krzysztof tomasz mateusz donald wiesław \
        mohammed muhammad mohamed ahmed ali hassan hussein ibrahim omar khaled abdullah mustafa mahmoud yusuf abdul abdel karim tariq \
        hamid reza amir hossein mehdi faisal salman sultan nasser rajesh rahul amit sanjay vijay narendra arvind anil sunil ravi suresh \
        ramesh manoj ashok arjun rohit hiroshi takashi kenji shinzo fumio taro yoshihide kwame kofi nana yaw emeka chukwu olusegun uhuru \
        moses isaac abraham elijah jacob yaakov benjamin moshe yair naftali giorgos nikos kostas alexis kyriakos antónio
        """)
    private static let women = ByteHash.set(
        """
        mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily \
        donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda \
        pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia \
        joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann \
        sara madison frances kathryn janice jean abigail alice julia judy sophia grace denise amber doris marilyn danielle beverly isabella \
        theresa diana natalie brittany charlotte marie kayla alexis lori jane kate anne claire fiona nicola lucy sophie zoe ursula \
        maría ana carmen josefa isabel dolores pilar teresa rosa cristina lucía marta claudia gabriela verónica patricia alejandra daniela \
        valentina camila mariana fernanda juliana beatriz adriana luisa giulia francesca chiara giorgia valeria silvia paola federica \
        camille léa manon chloé inès brigitte ségolène angela annalena sabine petra monika ingrid astrid kaja magdalena agnieszka katarzyna \
        małgorzata ewa zuzana jana lenka olena olga oksana natalia nataliya iryna irina tetiana tatiana yulia yuliia kateryna svitlana \
        svetlana halyna viktoria maryna anastasia daria ludmila nadezhda elena ekaterina fatima fatma aisha ayesha khadija zainab maryam \
        mariam leila layla noor amina salma huda rania nadia priya sunita anita kavita pooja neha indira sonia mamata nirmala yuko naomi \
        akiko keiko yoko michiko ngozi amara chioma wangari zodwa nomvula thandi jacinda sanna mette erna magdalena salome
        """)

    /// The gender that a given name proves, or nil; in ASCII or UTF-8, any case.
    static func gender(of bytes: ArraySlice<UInt8>) -> SpeakerMemory.Gender? {
        let hash = FoldedText.hash(of: bytes)
        let isMan = men.contains(hash)
        guard isMan != women.contains(hash) else { return nil }
        return isMan ? .male : .female
    }
}
