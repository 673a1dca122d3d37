"""The common coin of outreach: words that tell nothing of one reader alone."""

from __future__ import annotations

COMMON = frozenset(
    """
    attention regarding offers offered convenience consideration available
    about above accomplished accomplishment accomplishments account achieve achieved achievement achievements across
    actually admire advance advice after again ago alone already also although always amazing among another anybody
    anyone anything appreciate area areas article around articles asking attached audience available award aware
    background because become been before begin being believe benefit best better between blog both brief briefly
    bring building business busy call calling came candidate candidates career careers caught chance chat check client
    clients colleague colleagues come coming comment comments companies company connect connected connecting connection
    consider considering contact content conversation could credentials current currently date deal dear deeply
    development did different discuss discussion does doing done dream each early easy education either email emails
    employer enjoy enjoyed enjoying enough especially esteemed even ever every everyone everything excellent excited
    exciting experience experienced experiences expert expertise explore exploring explain extend extremely fantastic
    feel field find fine first fit follow followed following forward found free friend friends from future gain gave
    general get getting give given giving glad goal goals going good great group grow growing growth happy hard have
    having hear heard hello help helpful helping here high hire hiring hope hoping hour hours however idea ideas immense
    impact impressed impressive incredible incredibly individual individuals industries industry information innovative
    insight insights inspired inspiration inspiring interest interested interesting introduce introduction involved job
    jobs join joined journey just keep kind kindly know knowledge known large last later latest lead leader leaders
    leadership leading learn learned learning less let life like likely line link linkedin little live long look looking
    lots love loved make making manager many maybe mean meet meeting member mentioned message might mind minute minutes
    moment month months more most move much must myself name need network networking never new news next nice night note
    noticed number offer often online only open opening opportunities opportunity options order organization other
    others over part particular passion passionate past path people perfect perhaps person personal phone platform
    platforms pleasure please point portfolio position positions possible possibly post posts potential potentially
    power prestigious product products profession professional professionals profile profiles program project projects
    prospect provide question questions quick quickly quite rather reach reached reaching read reading ready real really
    reason recent recently regarding regards related resume reply resonate resonated respect respond response result
    results right role roles same saw schedule search seeing seem seems seen send senior sent service services several
    share shared sharing short should show simple since skill skills someone something somewhere soon sorry space speak
    speaking special specific spoke start started still story strong stuff success successful such suggest sure talent
    talented talk talking team teams technology tell than thank thanks that their them then there these they thing
    things think thinking this those though thought thoughts through time times today together told tomorrow topic
    tremendous truly trust trying under understand unique university until update upon used useful using usually
    valuable value very video view want wanted week weeks well went were what whatever when where whether which while
    whole will wish with within without wonder wonderful wondering words work worked working works world would write
    writing wrote year years yesterday your yours yourself position vacancy salary monday tuesday wednesday thursday
    friday saturday sunday january february march april june july august september october november december engineer
    engineering developer software full stack frontend backend data science scientist marketing sales finance consultant
    consulting management technologist
    requirement requirements institute institution institutions college department faculty semester degree bachelor
    bachelors master masters graduate graduated graduating undergraduate student students intern interns internship
    internships placement placements applicant application applications apply applying enclosed resume curriculum
    vitae utmost sincere sincerely sincerity grateful gratitude honor honour privilege reputed renowned research
    thesis academic academics hardworking dedicated motivated enthusiastic quality superior match matches matched
    keen website websites site traffic ranking rankings customer customers revenue boost demo solution solutions
    awesome ideal lovely brilliant cool super fun pleasant remarkable outstanding extraordinary compare touched
    contribution contributions dedication commitment effort efforts vision visions wisdom values mission culture inspire
    inspires motivate arrange arranging exchange exchanging perspective perspectives collaborate collaboration
    partner partnership partners priority receipt confirm confirmation luck letting interview interviews firm firms
    recruiter recruiters recruitment recruiting resources sophomore freshman alumni sector crowd plugged rock guys
    alignment transformation organisations organizations scale remit mindset proven track record strategic
    easier hassle hassles cost costs effective streamline coffee
    """.split()
)
