using System.Data.Common;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Database;
using StretchChallenge.Storage.Ledger;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Storage.Tests.Ledger;

public abstract class LedgerWriterTests(PostgreSqlFixture? postgreSql) : StorageTests(postgreSql)
{
    private ILedgerWriter Writer => Get<ILedgerWriter>();

    [Fact]
    public async Task Commit_CheckInWithAllRows_KeepsEveryValue()
    {
        var user = await RegisterAsync();
        var checkIn = Sample.CheckIn(user);
        var live = Sample.CheckIn(user, Sample.Monday.AddDays(1));
        live = live with { Completion = live.Completion! with { Variant = null, Session = new SessionId("session") } };

        Assert.Equal(LedgerOutcome.Committed, await Writer.OutcomeAsync(checkIn));
        Assert.Equal(LedgerOutcome.Committed, await Writer.OutcomeAsync(live));

        Assert.Equal(checkIn.Command, await Get<IPeopleStore>().FindCommandAsync(user, checkIn.Command.Id));
        Assert.Equal([checkIn.Credit!, live.Credit!], await CreditsAsync(user));
        Assert.Equal([("workplace", "desk", 360, null), ("workplace", null, 360, "session")], await CompletionsAsync(user));
    }

    [Fact]
    public async Task Commit_SelfReportAndSecondRoutine_WriteOnlyTheirRows()
    {
        var user = await RegisterAsync();
        var report = Sample.CheckIn(user) with { Completion = null };
        var second = Sample.CheckIn(user) with { Credit = null };

        Assert.Equal(LedgerOutcome.Committed, await Writer.OutcomeAsync(report));
        Assert.Equal(LedgerOutcome.Committed, await Writer.OutcomeAsync(second));

        Assert.Equal([report.Credit!], await CreditsAsync(user));
        Assert.Single(await CompletionsAsync(user));
    }

    [Fact]
    public async Task Commit_InstantFinerThanMicroseconds_IsTheSameOnBothEngines()
    {
        var user = await RegisterAsync();
        var checkIn = Sample.CheckIn(user);
        var precise = Sample.Now.AddTicks(12_345_678).ToOffset(TimeSpan.FromHours(5));

        await Writer.OutcomeAsync(checkIn with { Credit = checkIn.Credit! with { RecordedAt = precise } });

        Assert.Equal(Sample.Now.AddTicks(12_345_670), Assert.Single(await CreditsAsync(user)).RecordedAt);
    }

    [Fact]
    public async Task Commit_DayThatHasItsCredit_IsRefusedWithAllItsRows()
    {
        var user = await RegisterAsync();
        var first = Sample.CheckIn(user);
        var second = Sample.CheckIn(user);
        await Writer.OutcomeAsync(first);

        Assert.Equal(LedgerOutcome.DayExists, await Writer.OutcomeAsync(second));

        Assert.Null(await Get<IPeopleStore>().FindCommandAsync(user, second.Command.Id));
        Assert.False(await Get<IPeopleStore>().IsRunCompletedAsync(second.Completion!.RunId));
    }

    [Fact]
    public async Task Commit_RunCompletedBefore_IsRefusedEvenForAnotherPerson()
    {
        var checkIn = Sample.CheckIn(await RegisterAsync());
        await Writer.OutcomeAsync(checkIn);
        var thief = await RegisterAsync();

        var outcome = await Writer.OutcomeAsync(Sample.CheckIn(thief, runId: checkIn.Completion!.RunId));

        Assert.Equal(LedgerOutcome.RunExists, outcome);
        Assert.Empty(await CreditsAsync(thief));
    }

    [Fact]
    public async Task Commit_RepeatOfACommand_IsToldAsThatThoughAllElseIsThereToo()
    {
        var checkIn = Sample.CheckIn(await RegisterAsync());
        await Writer.OutcomeAsync(checkIn);

        Assert.Equal(LedgerOutcome.CommandExists, await Writer.OutcomeAsync(checkIn));
    }

    [Fact]
    public async Task Commit_SameCommandIdOfAnotherPerson_IsAnotherCommand()
    {
        var first = Sample.CheckIn(await RegisterAsync(), commandId: "c");
        var second = Sample.CheckIn(await RegisterAsync(), commandId: "c");

        Assert.Equal(LedgerOutcome.Committed, await Writer.OutcomeAsync(first));
        Assert.Equal(LedgerOutcome.Committed, await Writer.OutcomeAsync(second));
    }

    [Fact]
    public async Task Commit_Undo_TakesTheCreditAndKeepsCommandAndCompletion()
    {
        var user = await RegisterAsync();
        var checkIn = Sample.CheckIn(user);
        var other = Sample.CheckIn(user, Sample.Monday.AddDays(1));
        await Writer.OutcomeAsync(checkIn);
        await Writer.OutcomeAsync(other);

        await Writer.CommitAsync(new UndoEntry(user, Sample.Monday));
        await Writer.CommitAsync(new UndoEntry(user, Sample.Monday));

        Assert.Equal([other.Credit!], await CreditsAsync(user));
        Assert.True(await Get<IPeopleStore>().IsRunCompletedAsync(checkIn.Completion!.RunId));
        Assert.Equal(LedgerOutcome.CommandExists, await Writer.OutcomeAsync(checkIn));
        Assert.Equal(LedgerOutcome.Committed, await Writer.OutcomeAsync(Sample.CheckIn(user)));
    }

    [Fact]
    public async Task Commit_CheckInsAndUndosOfOneBatch_HappenInTheirOrder()
    {
        var user = await RegisterAsync();
        var waiting = CreateNode();
        var writer = waiting.Get<ILedgerWriter>();
        var (first, last) = (Sample.CheckIn(user), Sample.CheckIn(user) with { Completion = null });
        Task[] calls = [writer.CommitAsync(first), writer.CommitAsync(new UndoEntry(user, Sample.Monday)), writer.CommitAsync(last)];
        using var batches = new BatchSizes(waiting);

        await waiting.StartAsync();
        await Task.WhenAll(calls);

        Assert.Equal([3], batches.Seen);
        Assert.Equal([last.Credit!], await CreditsAsync(user));
        Assert.Single(await CompletionsAsync(user));
    }

    [Fact]
    public async Task Commit_ManyCallersAtOnce_ShareTransactions()
    {
        var user = await RegisterAsync();
        var waiting = CreateNode(("Ledger:MaxBatch", "64"));
        var calls = Enumerable.Range(0, 150)
            .Select(day => waiting.Get<ILedgerWriter>().OutcomeAsync(Sample.CheckIn(user, Sample.Monday.AddDays(day))))
            .ToList();
        using var batches = new BatchSizes(waiting);

        await waiting.StartAsync();

        Assert.All(await Task.WhenAll(calls), outcome => Assert.Equal(LedgerOutcome.Committed, outcome));
        Assert.Equal([64, 64, 22], batches.Seen);
        Assert.Equal(150, (await CreditsAsync(user)).Count);
    }

    [Fact]
    public async Task Commit_ConflictsInsideABatch_RefuseOnlyTheirEntries()
    {
        var users = await RegisterManyAsync(5);
        var waiting = CreateNode();
        var original = Sample.CheckIn(users[0]);
        CheckInEntry[] entries =
        [
            original,
            Sample.CheckIn(users[1]),
            original,
            Sample.CheckIn(users[2], runId: original.Completion!.RunId),
            Sample.CheckIn(users[1]),
            Sample.CheckIn(users[3]),
        ];
        var calls = entries.Select(entry => waiting.Get<ILedgerWriter>().OutcomeAsync(entry)).ToList();

        await waiting.StartAsync();

        Assert.Equal(
            [
                LedgerOutcome.Committed,
                LedgerOutcome.Committed,
                LedgerOutcome.CommandExists,
                LedgerOutcome.RunExists,
                LedgerOutcome.DayExists,
                LedgerOutcome.Committed,
            ],
            await Task.WhenAll(calls));
        Assert.Empty(await CreditsAsync(users[2]));
        Assert.Single(await CompletionsAsync(users[1]));
        Assert.Single(await CreditsAsync(users[3]));
    }

    [Fact]
    public async Task Commit_EntryThatThrows_FailsAloneInItsBatch()
    {
        var user = await RegisterAsync();
        var waiting = CreateNode();
        var writer = waiting.Get<ILedgerWriter>();
        var broken = Sample.CheckIn(user, Sample.Monday.AddDays(1));
        broken = broken with { Completion = broken.Completion! with { Occupied = default } };
        var before = writer.OutcomeAsync(Sample.CheckIn(user));
        var throwing = writer.OutcomeAsync(broken);
        var after = writer.OutcomeAsync(Sample.CheckIn(user, Sample.Monday.AddDays(2)));

        await waiting.StartAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => throwing);
        Assert.Equal([LedgerOutcome.Committed, LedgerOutcome.Committed], await Task.WhenAll(before, after));
        Assert.Equal([Sample.Monday, Sample.Monday.AddDays(2)], (await CreditsAsync(user)).Select(credit => credit.Date));
    }

    [Fact]
    public async Task Commit_EntryOfNobody_FailsAloneInItsBatch()
    {
        var user = await RegisterAsync();
        var waiting = CreateNode();
        var writer = waiting.Get<ILedgerWriter>();
        var before = writer.OutcomeAsync(Sample.CheckIn(user));
        var nobody = writer.OutcomeAsync(Sample.CheckIn(new UserId("nobody")));
        var after = writer.OutcomeAsync(Sample.CheckIn(user, Sample.Monday.AddDays(1)));

        await waiting.StartAsync();

        await Assert.ThrowsAnyAsync<DbException>(() => nobody);
        Assert.Equal([LedgerOutcome.Committed, LedgerOutcome.Committed], await Task.WhenAll(before, after));
    }

    [Theory]
    [InlineData("nul\0inside")]
    [InlineData("lone surrogate \ud800")]
    public async Task Commit_TextThatADatabaseMayRefuse_NeverHarmsItsNeighbours(string commandId)
    {
        var user = await RegisterAsync();
        var waiting = CreateNode();
        var writer = waiting.Get<ILedgerWriter>();
        var before = writer.OutcomeAsync(Sample.CheckIn(user));
        var odd = writer.OutcomeAsync(Sample.CheckIn(user, Sample.Monday.AddDays(1), commandId));
        var after = writer.OutcomeAsync(Sample.CheckIn(user, Sample.Monday.AddDays(2)));

        await waiting.StartAsync();

        Assert.Equal([LedgerOutcome.Committed, LedgerOutcome.Committed], await Task.WhenAll(before, after));
        await Record.ExceptionAsync(() => odd);
    }

    [Fact]
    public async Task Commit_FailingDatabase_IsToldToEveryCallerAndTheWriterGoesOn()
    {
        var user = await RegisterAsync();
        var waiting = CreateNode();
        var writer = waiting.Get<ILedgerWriter>();
        var entries = Enumerable.Range(0, 10).Select(day => Sample.CheckIn(user, Sample.Monday.AddDays(day))).ToList();
        var calls = entries.Select(entry => writer.OutcomeAsync(entry)).ToList();
        await ExecuteAsync("ALTER TABLE credits RENAME TO broken");

        await waiting.StartAsync();
        foreach (var call in calls)
        {
            await Assert.ThrowsAnyAsync<DbException>(() => call);
        }

        await ExecuteAsync("ALTER TABLE broken RENAME TO credits");
        Assert.Equal(LedgerOutcome.Committed, await writer.OutcomeAsync(entries[0]));
    }

    [Fact]
    public async Task Commit_SameDayOnTwoNodes_CountsOnce()
    {
        var user = await RegisterAsync();
        var other = await StartNodeAsync();
        ILedgerWriter[] writers = [Writer, other.Get<ILedgerWriter>()];

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 40).Select(i =>
            Task.Run(() => writers[i % 2].OutcomeAsync(Sample.CheckIn(user)))));

        Assert.Single(outcomes, LedgerOutcome.Committed);
        Assert.Equal(39, outcomes.Count(outcome => outcome == LedgerOutcome.DayExists));
        Assert.Single(await CreditsAsync(user));
    }

    [Fact]
    public async Task Commit_AmongOtherWritersAndReaders_NobodyFindsTheDatabaseLocked()
    {
        var users = await RegisterManyAsync(20);

        await Task.WhenAll(users.Select(user => Task.Run(async () =>
        {
            for (var day = 0; day < 10; day++)
            {
                var date = Sample.Monday.AddDays(day);
                Assert.Equal(LedgerOutcome.Committed, await Writer.OutcomeAsync(Sample.CheckIn(user, date)));
                await Get<IPeopleStore>().AddTimeOffAsync(user, [new TimeOffRecord($"{day}", date, date, date)]);
                Assert.Equal(day + 1, (await Get<IPeopleStore>().LoadAsync(user))!.Credits.Length);
            }
        })));
    }

    /// <summary>Runs a statement beside the stores.</summary>
    private protected Task ExecuteAsync(string sql) =>
        Get<LedgerDatabase>().WriteAsync(session => session.ExecuteAsync(sql), CancellationToken.None);

    private protected async Task<IReadOnlyList<UserId>> RegisterManyAsync(int count)
    {
        var users = new List<UserId>();
        for (var i = 0; i < count; i++)
        {
            users.Add(await RegisterAsync());
        }

        return users;
    }

    private async Task<IReadOnlyList<CreditRecord>> CreditsAsync(UserId user) =>
        (await Get<IPeopleStore>().LoadAsync(user))!.Credits;

    private async Task<IReadOnlyList<(string Routine, string? Variant, int Seconds, string? Session)>> CompletionsAsync(UserId user) =>
        await Get<LedgerDatabase>().ReadAsync(
            session => session.QueryAsync<(string, string?, int, string?)>(
                "SELECT routine_id, variant, seconds, session_id FROM completions WHERE user_id = @user ORDER BY local_date",
                new { user }),
            CancellationToken.None);

    public sealed class OnSqlite() : LedgerWriterTests(null);

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : LedgerWriterTests(postgreSql)
    {
        [Fact]
        public async Task Commit_WaitingEntries_AreOneTransactionOfTheServer()
        {
            var user = await RegisterAsync();
            var waiting = CreateNode();
            var calls = Enumerable.Range(0, 100)
                .Select(day => waiting.Get<ILedgerWriter>().OutcomeAsync(Sample.CheckIn(user, Sample.Monday.AddDays(day))))
                .ToList();

            await waiting.StartAsync();
            await Task.WhenAll(calls);

            var transactions = await Get<LedgerDatabase>().ReadAsync(
                session => session.FindAsync<long>("SELECT COUNT(DISTINCT xmin::text) FROM credits"),
                CancellationToken.None);
            Assert.Equal(1, transactions);
        }
    }
}
