using System.Collections.Immutable;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Domain.Tests.Properties;

namespace StretchChallenge.Domain.Tests.Sessions;

/// <summary>Rule 28.</summary>
public sealed class RoutineFitTests
{
    private static readonly ImmutableArray<RoutineStep> Own =
    [
        new("breathe", Side.Both, 20, 0), new("leg", Side.Left, 25, 5), new("leg", Side.Right, 25, 5), new("arms", Side.Both, 35, 5),
    ];

    [Fact]
    public void Fit_SameTime_IsTheRoutineAsItIs()
    {
        Assert.Equal(
            [new(0, 0, 20_000), new(1, 5_000, 25_000), new(2, 5_000, 25_000), new FittedStep(3, 5_000, 35_000)],
            RoutineFit.Fit(Own, 120_000).AsEnumerable());
    }

    [Fact]
    public void Fit_LittleLonger_StretchesEachStep()
    {
        Assert.Equal(
            [new(0, 0, 21_000), new(1, 5_250, 26_250), new(2, 5_250, 26_250), new FittedStep(3, 5_250, 36_750)],
            RoutineFit.Fit(Own, 126_000).AsEnumerable());
    }

    [Fact]
    public void Fit_MuchLonger_BeginsAgain()
    {
        Assert.Equal([0, 1, 2, 3, 0, 1, 2, 3], RoutineFit.Fit(Own, 245_000).Select(step => step.Step));
    }

    [Fact]
    public void Fit_MuchShorter_LeavesExercisesOut()
    {
        Assert.Equal([0, 1, 2], RoutineFit.Fit(Own, 85_000).Select(step => step.Step));
        Assert.Equal([0], RoutineFit.Fit(Own, 10_000).Select(step => step.Step));
    }

    [Fact]
    public void Fit_AnyRoutineAndTime_FillsItExactlyWithBothSidesNearTheirDose() =>
        Check.Holds(2_000, seed => new Random(seed), random =>
        {
            ImmutableArray<RoutineStep> own = [.. Enumerable.Range(0, random.Next(1, 6)).SelectMany(number => Exercise(number, random))];
            var time = random.Next(60_000, 900_000);

            var fitted = RoutineFit.Fit(own, time);

            return fitted.Sum(step => step.Length) == time
                && fitted.All(step => step is { GetReady: >= 0, Hold: > 0 })
                && fitted.Count(step => own[step.Step].Side == Side.Left) == fitted.Count(step => own[step.Step].Side == Side.Right)
                && fitted.All(step => IsNearDose(step, own[step.Step]));
        });

    // Exercises take at most 2 × 30 s and sessions at least 60 s, so the times are scaled by at most half an exercise.
    private static bool IsNearDose(FittedStep fitted, RoutineStep own) =>
        fitted.Hold * 10 >= own.Seconds * 1000L * 6 && fitted.Hold * 10 <= own.Seconds * 1000L * 17;

    private static RoutineStep[] Exercise(int number, Random random)
    {
        var step = new RoutineStep($"exercise {number}", Side.Both, random.Next(10, 26), random.Next(0, 6));
        return random.Next(2) == 0 ? [step] : [step with { Side = Side.Left }, step with { Side = Side.Right }];
    }
}
