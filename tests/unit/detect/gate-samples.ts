// Short documents written for these tests: what the gate must keep out, and what it must let in.

export interface GateSample {
  readonly name: string;
  readonly title: string;
  readonly text: string;
}

export const OUTSIDE: readonly GateSample[] = [
  {
    name: 'roofing',
    title: 'Roof renewal to sheltered housing, Phase 3',
    text: 'The Council invites tenders for the removal and renewal of pitched roofs to 140 residential properties. The contractor shall allow a contingency sum of 5%, provide a care plan for tenants with mobility needs, and hold a recovery plan for severe weather. Retention of 3% applies until completion. Supervision of apprentices and aftercare for twelve months are required. Residential parking must be kept free.',
  },
  {
    name: 'care homes for older people',
    title: 'Dynamic purchasing system: residential and nursing care for older people',
    text: 'Each resident has a named key worker and a care plan reviewed monthly. Residential rehabilitation beds are used for up to six weeks after a hip fracture. Placements are agreed by the funding panel. Medication, including controlled drugs, must be kept in a locked cupboard and recorded. Alcohol may be served to residents with meals where this is in the care plan. Families are involved in reviews and the home has a dementia champion.',
  },
  {
    name: 'stroke rehabilitation',
    title: 'Community stroke and neuro-rehabilitation service',
    text: 'The service provides residential rehabilitation, early supported discharge and psychological interventions including CBT and motivational interviewing. A key worker agrees a care plan and goals. Peer support is offered by former patients. Smoking, alcohol and weight are discussed at the six-week review. Referral pathways from the acute unit run seven days a week.',
  },
  {
    name: 'disaster recovery',
    title: 'Cloud hosting with disaster recovery',
    text: 'The solution shall include case management, disaster recovery with a recovery point of fifteen minutes, contingency management for outages, and detox of legacy data. The supplier keeps a recovery plan, runs peer review of code and reports MI monthly. Withdrawal of any component needs three months’ notice. Staff must follow the drug and alcohol policy on site.',
  },
  {
    name: 'debt recovery',
    title: 'Enforcement and debt recovery services',
    text: 'Recovery of council tax debts through enforcement agents. Payment by results: agents are paid on sums recovered. A vulnerable persons policy covers mental health, addiction and bereavement, with referral to debt counselling. Case management software must link to the council’s ledger.',
  },
  {
    name: 'gambling',
    title: 'Residential treatment for gambling harms',
    text: 'A residential programme for people with a gambling addiction. Residents work with a key worker on a recovery plan, attend Gamblers Anonymous and take part in group therapy and CBT. Gambling harms affect families, and a family programme runs monthly. Betting firms pay a levy. Relapse prevention and aftercare follow. Some residents also have problems with alcohol.',
  },
  {
    name: 'veterinary medicines',
    title: 'Supply of veterinary drugs and consumables',
    text: 'Supply of veterinary medicines including buprenorphine injection for dogs and cats, methadone 10 mg/ml for animal use, naloxone, antibiotics and alcohol swabs. Controlled drugs are to be delivered to a named veterinary surgeon. Withdrawal periods must be stated for food animals.',
  },
  {
    name: 'hospital medicines',
    title: 'National framework for generic injectable medicines',
    text: 'Framework for injectable pharmaceutical products: morphine ampoules, fentanyl, naloxone ampoules for anaesthetic use, buprenorphine patches for chronic pain, thiamine, and alcohol wipes. Drug tariff prices apply. The wholesaler must hold eight weeks’ stock. Opioid lines are subject to audit by the hospital pharmacy.',
  },
  {
    name: 'licensing policy',
    title: 'Statement of Licensing Policy 2025',
    text: 'The Licensing Act 2003 sets four licensing objectives. Premises licences allow the sale of alcohol on or off the premises. The authority expects licensed premises to have policies on drugs, to train staff to refuse drunk customers, and to work with police on alcohol-related disorder. Public health data on alcohol misuse and alcohol harm may be considered. Off-licences in the cumulative impact area must show that they will not add to street drinking. Irresponsible drinks promotions and happy hours are not allowed. Designated premises supervisors hold personal licences.',
  },
  {
    name: 'drink-drive campaign',
    title: 'Police Christmas drink and drug driving campaign',
    text: 'Officers carried out 4,000 roadside breath tests and 600 drug wipes in December. Cocaine and cannabis were the drugs most often found. Drink driving offences fell by a tenth. A police officer said that anyone over the legal limit will be arrested and lose their driving licence. Alcohol stays in the blood the morning after.',
  },
  {
    name: 'workplace testing',
    title: 'Drug and alcohol testing of rail staff',
    text: 'Provision of random and pre-employment drug and alcohol testing, collection of specimens under chain of custody, laboratory confirmation for opiates, cocaine, cannabis and benzodiazepines, and review by a medical officer. The donor signs each specimen. Results are reported within 48 hours. For-cause testing is available day and night.',
  },
  {
    name: 'eating disorders',
    title: 'Specialist eating disorder service',
    text: 'Family therapy is the first choice for young people with anorexia, with CBT for bulimia. Inpatient and day programmes have a care plan and a key worker. Relapse prevention follows weight restoration. Residential treatment is used rarely. Co-occurring depression and substance misuse are assessed at referral.',
  },
  {
    name: 'stop smoking',
    title: 'Integrated lifestyle service: stop smoking and weight management',
    text: 'Advisers give very brief advice and brief interventions on smoking, weight and alcohol, use motivational interviewing and set a quit date. Nicotine replacement is supplied by voucher. Relapse prevention calls are made at week 12. Peer supporters lead walks. Payment by results: 40% of the price is paid on four-week quits. AUDIT-C is asked once at the NHS health check.',
  },
  {
    name: 'domestic abuse',
    title: 'Refuge and outreach for survivors of domestic abuse',
    text: 'The service offers refuge places, outreach, counselling, a named key worker, support plans, group work and help with housing. It works with survivors who have mental health needs or use drugs or alcohol, and has referral pathways to specialist services. Children’s workers run play sessions. Peer support is part of move-on.',
  },
  {
    name: 'talking therapies',
    title: 'NHS Talking Therapies for anxiety and depression',
    text: 'Low and high intensity psychological therapies: CBT, counselling for depression, couples therapy, guided self-help and computerised CBT. People whose main problem is drug or alcohol use are referred elsewhere. Stepped care, outcome measures at each session, and recovery rates of 50% are expected. Clinical supervision is weekly.',
  },
  {
    name: 'school counselling',
    title: 'Counselling and mentoring in secondary schools',
    text: 'One-to-one counselling, peer mentoring and family work for pupils at risk of exclusion. Sessions cover friendship, loss, exam stress and staying safe from drugs, alcohol and knives. Staff need supervision and safeguarding training. The curriculum lead will meet parents each term.',
  },
  {
    name: 'cardiac rehabilitation',
    title: 'Cardiac rehabilitation programme',
    text: 'After an MI most patients join a group programme of exercise and education. The nurse agrees a treatment plan using motivational interviewing. Talks cover diet, smoking, alcohol and medicines. A peer support group run by former patients meets monthly. Completion rates are audited.',
  },
  {
    name: 'mutual aid between fire services',
    title: 'Mutual aid agreement between fire and rescue authorities',
    text: 'Under section 13 the authorities will provide mutual aid on request. Recovery of costs follows the schedule. Peer review of the arrangements takes place each year, and a needs assessment of specialist appliances is kept. AA Fleet provides breakdown recovery for appliances.',
  },
  {
    name: 'alcohol supply',
    title: 'Supply of wines, beers and spirits to civic venues',
    text: 'Supply and delivery of alcoholic beverages: beer, wine, spirits and low alcohol drinks for bars in council theatres. The supplier shall provide glassware, staff training on licensing and a substitution policy where a line is withdrawn. Spirits are ordered weekly.',
  },
  {
    name: 'drug discovery',
    title: 'Research news: new opioid drug candidates',
    text: 'Chemists have made opioid compounds that relieve pain in mice with less risk of addiction. The drug discovery team screened four million molecules. A clinical trial is years away. Overdose deaths from fentanyl have raised demand for safer pain relief. The drug development programme is funded until 2029.',
  },
  {
    name: 'drug seizure',
    title: 'Cocaine worth £2m seized at port',
    text: 'Customs officers found 30 kg of cocaine and 5 kg of heroin in a lorry. Two men were arrested on suspicion of drug trafficking. The seizure is part of work against organised crime and county lines. A suspect appeared in court on Tuesday. Drugs of this value would have been cut and sold on the street.',
  },
  {
    name: 'anti-doping',
    title: 'Anti-doping rules for athletes',
    text: 'Athletes answer for any banned substance in their body. Methadone, heroin and other opioids are on the prohibited list in competition. Alcohol is no longer banned in archery. An athlete who finishes a substance of abuse treatment programme may have the ban cut to one month. Supplements are often contaminated.',
  },
  {
    name: 'public spaces protection order',
    title: 'Public Spaces Protection Order: town centre',
    text: 'The order prohibits drinking alcohol in the street when asked to stop, urination, begging and riding bicycles. Police officers and council wardens may issue fixed penalty notices. The order was reviewed after complaints of drug dealing and litter. Licensed premises with pavement areas are exempt.',
  },
  {
    name: 'supported housing',
    title: 'Supported housing for single homeless people',
    text: 'Floating support and 60 units of supported accommodation for single homeless people with needs that may include mental health, offending, learning disability, debt and substance misuse. Each person has a key worker and a support plan, help with benefits, tenancy training, education, training and employment. Move-on within two years is expected. The provider shall keep properties in repair, collect rent and service charges, and manage anti-social behaviour. Staff are on site day and night.',
  },
  {
    name: 'offender employment',
    title: 'Employment, training and education for people on probation',
    text: 'Services help people on probation to find work. Referrals come from probation practitioners through the referral form. Rehabilitation activity days are recorded. Mentors with lived experience support people through the gate. Where a person has accommodation, finance or drug needs these are met by other contracts.',
  },
  {
    name: 'legal case management',
    title: 'Case management system for legal services',
    text: 'A hosted case management system for 200 lawyers. Case managers open matters, record time and bundle documents. The system shall keep an audit trail, export MI, and hold care proceedings files. CBT (computer-based training) will be given before go-live, with aftercare for six months. N/A is to be entered where a field is not applicable.',
  },
];

export const INSIDE: readonly GateSample[] = [
  {
    name: 'short notice',
    title: 'Adult Drug and Alcohol Treatment and Recovery Service',
    text: 'The Council intends to commission an integrated drug and alcohol treatment and recovery service for adults from April. The contract is for five years with an option to extend for two.',
  },
  {
    name: 'rehab framework notice',
    title: 'Framework for residential rehabilitation placements (Tier 4)',
    text: 'Call-off framework for residential rehab and inpatient detox for adults with drug or alcohol dependence. Providers must be registered with the CQC. Places are funded case by case through the Tier 4 panel.',
  },
  {
    name: 'specification of a needle exchange',
    title: 'Service specification: pharmacy needle and syringe programme',
    text: 'The pharmacy shall supply needles, syringes and other injecting equipment to people who inject drugs, take back used equipment, give advice on safer injecting and overdose, and supply take-home naloxone. Staff must be trained in harm reduction.',
  },
  {
    name: 'supervised consumption',
    title: 'Supervised consumption of methadone and buprenorphine',
    text: 'Community pharmacies will supervise the consumption of methadone and buprenorphine by people in opioid substitution treatment, and tell the prescriber when three doses are missed. A fee is paid for each supervision.',
  },
  {
    name: 'needs assessment',
    title: 'Alcohol and drugs needs assessment',
    text: 'An estimated 2,300 opiate and crack users live in the county, of whom just over half are in treatment. Numbers of alcohol-only clients have fallen. Successful completions are below the national average, and drug-related deaths have risen. Focus groups asked for evening clinics and more peer support.',
  },
  {
    name: 'minutes',
    title: 'Combating Drugs Partnership: minutes',
    text: 'The provider reported on numbers in treatment, waiting times and naloxone. Members heard that two recovery workers had been appointed with the supplementary grant. The pathway from prison into community treatment was discussed; a third of those released were not seen within three weeks.',
  },
  {
    name: 'Scottish strategy',
    title: 'Alcohol and Drug Partnership delivery plan',
    text: 'The ADP will implement the MAT standards, widen access to residential rehab, and work with people with lived experience. Alcohol brief interventions continue in primary care. The whole family approach will be adopted by all services.',
  },
  {
    name: 'provider page',
    title: 'Our rehab programme',
    text: 'Our twelve-week programme is for people who have stopped drinking or using drugs and want to stay stopped. You will need to finish your detox first. You will have a key worker, go to groups, and be taken to AA or NA meetings nearby. Aftercare is for as long as you like.',
  },
  {
    name: 'clinical guidance',
    title: 'Alcohol-use disorders: treatment of dependence',
    text: 'Offer acamprosate or oral naltrexone with a psychological intervention after assisted withdrawal. Consider disulfiram for those who prefer it. For harmful drinkers offer cognitive behavioural therapy or behavioural couples therapy.',
  },
  {
    name: 'criminal justice',
    title: 'Drug and alcohol treatment requirements: guidance for courts',
    text: 'A drug rehabilitation requirement or an alcohol treatment requirement may be made as part of a community order. The treatment provider assesses the person at court. Testing for drugs is part of the order. Probation reports on attendance.',
  },
];
