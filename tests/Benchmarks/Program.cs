using StretchChallenge.Benchmarks.CheckIns;
using StretchChallenge.Testing.Reports;
using StretchChallenge.Benchmarks.Standings;

IMeasure[] measures = [CheckInMeasure.OnSqlite, CheckInMeasure.OnPostgreSql, new RankMeasure(), .. BoardMeasure.Sizes];
var names = measures.Select(measure => measure.Name).ToArray();
if (args.Except(names).Any())
{
    Console.Error.WriteLine($"There are these measures: {string.Join(", ", names)}. Without a name all of them run.");
    return 2;
}

foreach (var measure in measures.Where(measure => args.Length == 0 || args.Contains(measure.Name)))
{
    Report.Print($"{measure.Title} ({measure.Name})", await measure.RunAsync());
}

return 0;
