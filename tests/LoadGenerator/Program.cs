using StretchChallenge.LoadGenerator.Boards;
using StretchChallenge.LoadGenerator.Mornings;
using StretchChallenge.LoadGenerator.Nodes;
using StretchChallenge.LoadGenerator.Rooms;
using StretchChallenge.LoadGenerator.Ticks;
using StretchChallenge.LoadGenerator.Waiting;
using StretchChallenge.Testing.Reports;

if (args is [TickServer.Switch])
{
    await TickServer.RunAsync();
    return 0;
}

IMeasure[] measures = [RoomMeasure.OneLarge, RoomMeasure.ManySmall, new JoinsMeasure(), new TickMeasure(), new BoardsMeasure(), new WaitingMeasure(), MorningMeasure.OfOne, MorningMeasure.OfThree, new NodesMeasure(), new FailoverMeasure(), new StartMeasure(), new PlannedMeasure()];
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
