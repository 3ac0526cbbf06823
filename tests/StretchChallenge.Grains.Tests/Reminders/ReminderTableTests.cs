using StretchChallenge.Grains.Tests.Hosting;
using StretchChallenge.Grains.Tests.World;

namespace StretchChallenge.Grains.Tests.Reminders;

/// <summary>
/// What Orleans expects of a table of reminders, after its own ReminderTableTestsBase, and that it outlives the program.
/// </summary>
public abstract class ReminderTableTests(GrainFixture fixture) : GrainTests(fixture)
{
    private const int Many = 300;

    private static readonly DateTime Start = new(2026, 3, 2, 9, 0, 0, 123, DateTimeKind.Utc);

    private IReminderTable Table => Work.Get<IReminderTable>();

    [Fact]
    public async Task Upsert_ThenRead_ReturnsEveryValue()
    {
        var reminder = Reminder("foo/bar\\#b_a_z?");
        var etag = await Table.UpsertRow(reminder);

        var read = await Table.ReadRow(reminder.GrainId, reminder.ReminderName);

        AssertSame(reminder, read);
        Assert.Equal(etag, read!.ETag);
        AssertSame(reminder, Assert.Single((await Table.ReadRows(reminder.GrainId)).Reminders));
        Assert.Null(await Table.ReadRow(reminder.GrainId, "other"));
        Assert.Empty((await Table.ReadRows(NewGrainId())).Reminders);
    }

    [Fact]
    public async Task Upsert_Again_ReplacesTheRowAndItsETag()
    {
        var reminder = Reminder("again");
        var first = await Table.UpsertRow(reminder);
        reminder.StartAt = Start.AddDays(1);
        reminder.Period = TimeSpan.FromMinutes(2);

        var second = await Table.UpsertRow(reminder);

        Assert.NotEqual(first, second);
        AssertSame(reminder, Assert.Single((await Table.ReadRows(reminder.GrainId)).Reminders));
    }

    [Fact]
    public async Task Upsert_InParallel_GivesEachItsOwnETag()
    {
        var reminder = Reminder("parallel");

        var etags = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Table.UpsertRow(reminder)));

        Assert.Equal(5, etags.Distinct().Count());
        Assert.Contains((await Table.ReadRow(reminder.GrainId, reminder.ReminderName))!.ETag, etags);
    }

    [Fact]
    public async Task Remove_NeedsTheNameAndTheLatestETag()
    {
        var reminder = Reminder("remove");
        var old = await Table.UpsertRow(reminder);
        var etag = await Table.UpsertRow(reminder);

        Assert.False(await Table.RemoveRow(reminder.GrainId, reminder.ReminderName, old!));
        Assert.False(await Table.RemoveRow(reminder.GrainId, "other", etag!));
        Assert.True(await Table.RemoveRow(reminder.GrainId, reminder.ReminderName, etag!));
        Assert.False(await Table.RemoveRow(reminder.GrainId, reminder.ReminderName, etag!));

        var next = await Table.UpsertRow(reminder);
        Assert.False(await Table.RemoveRow(reminder.GrainId, reminder.ReminderName, etag!));
        Assert.True(await Table.RemoveRow(reminder.GrainId, reminder.ReminderName, next!));
    }

    [Fact]
    public async Task ReadRows_OfARange_ReturnsTheGrainsWhoseHashIsInIt()
    {
        await Table.TestOnlyClearTable();
        var hashes = new List<uint>();
        for (var index = 0; index < Many; index++)
        {
            var reminder = Reminder($"{index}");
            hashes.Add(reminder.GrainId.GetUniformHashCode());
            await Table.UpsertRow(reminder);
        }

        Assert.Equal(Many, (await Table.ReadRows(0, uint.MaxValue)).Reminders.Count);
        Assert.Equal(Many, (await Table.ReadRows(0, 0)).Reminders.Count);
        Assert.Equal(Many, (await Table.ReadRows(uint.MaxValue, uint.MaxValue)).Reminders.Count);
        var bounds = hashes.Take(20).Concat(new uint[] { 0, 1, int.MaxValue, 0x80000000, uint.MaxValue }).ToArray();
        foreach (var (begin, end) in bounds.Zip(bounds.Skip(1)).SelectMany(pair => new[] { pair, (pair.Second, pair.First) }))
        {
            var expected = begin < end
                ? hashes.Where(hash => hash > begin && hash <= end)
                : hashes.Where(hash => hash > begin || hash <= end);
            var read = (await Table.ReadRows(begin, end)).Reminders.Select(row => row.GrainId.GetUniformHashCode());
            Assert.Equal(expected.Order(), read.Order());
        }
    }

    [Fact]
    public async Task Restart_KeepsTheRows()
    {
        var reminder = Reminder("restart");
        var etag = await Table.UpsertRow(reminder);

        await Work.RestartAsync();

        var read = await Table.ReadRow(reminder.GrainId, reminder.ReminderName);
        AssertSame(reminder, read);
        Assert.Equal(etag, read!.ETag);
    }

    [Fact]
    public async Task Clear_RemovesAll()
    {
        await Table.UpsertRow(Reminder("one"));
        await Table.UpsertRow(Reminder("two"));

        await Table.TestOnlyClearTable();

        Assert.Empty((await Table.ReadRows(0, 0)).Reminders);
    }

    private static ReminderEntry Reminder(string name) => new()
    {
        GrainId = NewGrainId(),
        ReminderName = name,
        StartAt = Start,
        Period = TimeSpan.FromMinutes(1),
    };

    private static GrainId NewGrainId() =>
        GrainId.Create(GrainType.Create("some-grain"), GrainIdKeyExtensions.CreateGuidKey(Guid.NewGuid(), "foo/bar\\#baz?"));

    private static void AssertSame(ReminderEntry expected, ReminderEntry? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(
            (expected.GrainId, expected.ReminderName, expected.StartAt, expected.Period),
            (actual.GrainId, actual.ReminderName, actual.StartAt, actual.Period));
        Assert.Equal(DateTimeKind.Utc, actual.StartAt.Kind);
    }

    public sealed class OnSqlite(GrainFixture fixture) : ReminderTableTests(fixture), IClassFixture<GrainFixture>;

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : ReminderTableTests(postgreSql);
}
