using StretchChallenge.Grains.Tests.Hosting;
using StretchChallenge.Grains.Tests.World;

namespace StretchChallenge.Grains.Tests.Walks;

/// <summary>After any weeks whatsoever, every view is what the rules make of the database.</summary>
public abstract class RandomWalkTests(GrainFixture fixture) : GrainTests(fixture)
{
    private const int Stretches = 6;
    private const int Steps = 30;

    protected async Task EveryViewIsTrueAfter(int seed)
    {
        var walk = new RandomWalk(Work, seed);
        await walk.PrepareAsync();
        try
        {
            for (var stretch = 0; stretch < Stretches; stretch++)
            {
                for (var step = 0; step < Steps; step++)
                {
                    await walk.StepAsync();
                }

                await Work.SettleAsync();
                await Inspection.OfEverythingAsync(Work);
            }
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"Walk {seed}:\n{walk.History}", exception);
        }
    }

    public sealed class OnSqlite(GrainFixture fixture) : RandomWalkTests(fixture), IClassFixture<GrainFixture>
    {
        public static IEnumerable<object[]> Seeds => Enumerable.Range(1, 16).Select(seed => new object[] { seed });

        [Theory]
        [MemberData(nameof(Seeds))]
        public Task Walk_AnyWeeks_LeavesEveryViewTrue(int seed) => EveryViewIsTrueAfter(seed);
    }

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : RandomWalkTests(postgreSql)
    {
        [Theory]
        [InlineData(101)]
        [InlineData(102)]
        [InlineData(103)]
        public Task Walk_AnyWeeks_LeavesEveryViewTrue(int seed) => EveryViewIsTrueAfter(seed);
    }
}
