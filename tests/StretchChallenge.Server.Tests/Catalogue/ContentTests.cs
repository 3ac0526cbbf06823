using Microsoft.Extensions.Options;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Server.Catalogue;
using StretchChallenge.Server.Catalogue.Exercises;
using StretchChallenge.Server.Catalogue.Reading;
using StretchChallenge.Server.Catalogue.Routines;

namespace StretchChallenge.Server.Tests.Catalogue;

/// <summary>The data files of the product, held against what the catalogue promises.</summary>
public sealed class ContentTests
{
    private static readonly RoutineCatalogue Content = new(CatalogueFiles.Embedded(), Options.Create(new RoutineOptions()));

    public static TheoryData<int, Variant, LineUp> ProgrammeRoutines
    {
        get
        {
            var routines = new TheoryData<int, Variant, LineUp>();
            foreach (var week in Enumerable.Range(1, ChallengeSchedule.Weeks))
            {
                foreach (var variant in Enum.GetValues<Variant>())
                {
                    routines.Add(week, variant, LineUp.A);
                    routines.Add(week, variant, LineUp.B);
                }
            }

            return routines;
        }
    }

    [Fact]
    public void Exercises_AreThosePromised() => Assert.Equal(
        CatalogueIds.Stretches.Concat(CatalogueIds.Core).Concat(CatalogueIds.Own).Order(),
        Content.Exercises.Select(listed => listed.Exercise.Id).Order());

    [Fact]
    public void OwnAdditions_AndNoOthers_NameOurselvesAsTheirSource() => Assert.Equal(
        CatalogueIds.Own.Order(),
        Content.Exercises.Where(listed => listed.Exercise.Source.Contains("own")).Select(listed => listed.Exercise.Id).Order());

    [Fact]
    public void Stretches_ForTheDesk_AreThosePromised() => Assert.Equal(
        CatalogueIds.DeskStretches.Order(),
        CatalogueIds.Stretches.Where(id => Exercise(id).Desk).Order());

    [Fact]
    public void KneesToChest_IsTheAlternativeForADiscInjury()
    {
        Assert.Equal(ExerciseKind.Alternative, Exercise("knees-to-chest").Kind);
        Assert.True(Exercise("knees-to-chest").DiscInjury);
    }

    [Theory]
    [InlineData("russian-twists")]
    [InlineData("leg-raises")]
    public void CoreToLeaveOut_WithADiscInjury_DoesNotSuitOne(string id) => Assert.False(Exercise(id).DiscInjury);

    [Theory]
    [InlineData("chair-edge-stretch", 15, 30, null, null)]
    [InlineData("wall-stretch", 40, 40, 6, 8)]
    [InlineData("ball-hamstring", 10, 10, 3, 3)]
    [InlineData("ball-squat-hold", 5, 10, 3, 5)]
    public void Dose_IsTheSources(string id, int least, int most, int? fewest, int? furthest)
    {
        var dose = Exercise(id).Dose;

        Assert.Equal(new DoseRange(least, most), dose.Hold);
        Assert.Equal((fewest, furthest), (dose.Reps?.Min, dose.Reps?.Max));
    }

    [Theory]
    [InlineData("half-split", 10)]
    [InlineData("calf-stretch", 10)]
    [InlineData("plank", null)]
    public void Breaths_AreTheSources(string id, int? breaths) => Assert.Equal(breaths, Exercise(id).Dose.Breaths);

    [Fact]
    public void Library_HasTheRoutinesPromised() => Assert.Equal(
        CatalogueIds.Routines.Select(row => (string)row[0]).Order(), Content.Library.Select(routine => routine.Id).Order());

    [Theory]
    [MemberData(nameof(CatalogueIds.Routines), MemberType = typeof(CatalogueIds))]
    public void LibraryRoutine_TakesTheTimePromised(string id, int shortest, int longest) =>
        Assert.InRange(Content.Find(id)!.PlannedSeconds, shortest, longest);

    [Theory]
    [InlineData("desk-break-3", Variant.Desk)]
    [InlineData("desk-break-5", Variant.Desk)]
    [InlineData("desk-break-10", Variant.Desk)]
    [InlineData("workplace", Variant.Desk)]
    [InlineData("gentle-desk", Variant.Desk)]
    [InlineData("gentle-desk", Variant.Seated)]
    public void LibraryRoutine_OffersItsVariant(string id, Variant variant) =>
        Assert.Contains(variant, Content.Find(id)!.Variants);

    [Theory]
    [MemberData(nameof(CatalogueIds.Blocks), MemberType = typeof(CatalogueIds))]
    public void Block_IsAboutWhatIsPromised_AndDoesItOnTheMat(int[] weeks, string[] stretches, string[] core)
    {
        Assert.All(weeks, number =>
        {
            var week = Content.Programme.Weeks[number - 1];
            Assert.Equal(number, week.Week);
            Assert.Equal(stretches.Order(), week.Stretches.Order());
            Assert.Equal(core.Order(), week.Core.Order());
            var done = new[] { week.Routines.Mat, week.Alternate.Mat }.SelectMany(id => Content.Find(id)!.Steps).Select(step => step.Exercise);
            Assert.Subset(done.ToHashSet(), stretches.Concat(core).ToHashSet());
        });
    }

    [Theory]
    [MemberData(nameof(ProgrammeRoutines))]
    public void ProgrammeRoutine_HoldsStretchesAsLongAsTheWeekSays(int week, Variant variant, LineUp lineUp)
    {
        var steps = Content.Of(new ProgrammeDay(week, lineUp), variant).Steps
            .Where(step => Content.ExerciseOf(step) is { Kind: ExerciseKind.Static or ExerciseKind.Pnf, Hamstrings: true });

        Assert.All(steps, step => Assert.Equal(ChallengeSchedule.HoldSeconds(week), step.Seconds));
    }

    [Theory]
    [MemberData(nameof(ProgrammeRoutines))]
    public void ProgrammeRoutine_EndsCalmly(int week, Variant variant, LineUp lineUp)
    {
        var last = Content.ExerciseOf(Content.Of(new ProgrammeDay(week, lineUp), variant).Steps[^1]);

        Assert.Contains(last.Kind, new[] { ExerciseKind.Static, ExerciseKind.Alternative });
    }

    [Fact]
    public void Hasten_LongRoutine_IsThatMuchFaster()
    {
        var hastened = new RoutineCatalogue(CatalogueFiles.Embedded(), Options.Create(new RoutineOptions { Pace = 1000 }));

        Assert.All(hastened.Find("seven-soothing")!.Steps, step => Assert.Equal((1, 0), (step.Seconds, step.GetReadySeconds)));
    }

    private static Exercise Exercise(string id) => Content.FindExercise(id)!;
}
