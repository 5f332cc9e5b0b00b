// A list as people have them: forty recipients from a mail, a spreadsheet, an address book, and a few slips.
export const sample = `To: Priya Nair <priya.nair@northwind.example>, "Becker, Tom" <tom.becker@northwind.example>;
Mei Chen <mei.chen@northwind.example>,sam.okafor@northwind.example,Grace.Kim@Northwind.Example
Omar Haddad عمر حداد <omar.haddad@northwind.example>; noor.aziz@northwind.example; ivan.petrov@northwind.example
يوسف المصري <youssef.elmasry@northwind.example>; שירה כהן <shira.cohen@northwind.example>
佐藤 健 <ken.sato@northwind.example>， 田中 さくら <sakura.tanaka@northwind.example>
ming.li@northwind.example\tlan.nguyen@northwind.example\tsoren.ostergard@northwind.example
• Zoë Müller-Lüdenscheidt <zoe.mueller@northwind.example>
• <olga.smirnova@northwind.example>
• mailto:siobhan.o'brien@northwind.example
• jose.alvarez@northwind.example.
"ceo@northwind.example" <kwame.mensah@northwind.example>
Jules Moreau <jules@oslo.northwind.example>; sam.okafor@northwind.example; frontdesk@northwind.example
Partners: ana@fabrikam.example, paul@fabrikam.example, yara.haddad@fabrikam.example;
lena@bücher.example, rita@contoso.example, ken@litware.example
bot_01k8nb1d1d2j297g1s5g5vcy54; usr_01k9bet6j2s6fy4dx24vn8smth
dana.wolf@nortwhind.example, camille@gmial.com
matteo.ricci+launch@northwind.example matteo.ricci@northwind.example
new.person@launch-event.example, another.one@launch-event.example
ingrid.halvorsen@northwind.example, leilani.kealoha@northwind.example, elif.yilmaz@northwind.example
bob@, someone at northwind, rosa.ferrari@northwind.example
`;
