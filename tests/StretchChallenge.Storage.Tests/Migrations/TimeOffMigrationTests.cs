using Microsoft.Extensions.Logging.Abstractions;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Database;
using StretchChallenge.Storage.Migrations;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Storage.Tests.Migrations;

/// <summary>Time off that was stored with the dates that were done when it was entered is split at them (rule 6).</summary>
public abstract class TimeOffMigrationTests(PostgreSqlFixture? postgreSql) : StorageTests(postgreSql)
{
    private const int SchemaBefore = 8;

    private static readonly UserId Ann = new("ann");

    [Fact]
    [Trait("Category", "Faults")]
    public async Task Apply_TimeOffOverDoneDays_LeavesThoseUpToItsEntryOut()
    {
        await using var earlier = await CreateDatabaseAsync();
        await using var node = new LedgerNode(earlier);
        var database = node.Get<LedgerDatabase>();
        var known = Migration.ForEngine(database.EngineName);
        var migrator = new SchemaMigrator(database, node.Time, NullLogger<SchemaMigrator>.Instance);
        await migrator.ApplyAsync([.. known.Take(SchemaBefore)], CancellationToken.None);
        await database.WriteAsync(
            session => session.ExecuteAsync(
                """
                INSERT INTO accounts (id, display_name, zone_id, show_name, security_stamp, concurrency_stamp, access_failed_count, is_site_administrator, kind, created_at)
                VALUES ('ann', 'Ann', 'Europe/Berlin', false, '', '', 0, false, 'Person', '2026-03-01 09:00:00+00:00');
                INSERT INTO credits (user_id, local_date, kind, recorded_at) VALUES
                ('ann', '2026-03-03', 'Guided', '2026-03-03 09:00:00+00:00'),
                ('ann', '2026-03-05', 'Guided', '2026-03-05 09:00:00+00:00'),
                ('ann', '2026-03-06', 'Guided', '2026-03-06 09:00:00+00:00'),
                ('ann', '2026-03-10', 'Guided', '2026-03-10 09:00:00+00:00');
                INSERT INTO time_off (user_id, id, from_date, to_date, entered_on) VALUES
                ('ann', 'over', '2026-03-02', '2026-03-12', '2026-03-06'),
                ('ann', 'one', '2026-03-05', '2026-03-05', '2026-03-05'),
                ('ann', 'ahead', '2026-03-10', '2026-03-11', '2026-03-09');
                """),
            CancellationToken.None);

        await migrator.ApplyAsync(known, CancellationToken.None);

        var timeOff = (await node.Get<IPeopleStore>().LoadAsync(Ann))!.TimeOff;
        Assert.Equal(
            [
                new TimeOffRecord("over-2026-03-03", March(2), March(2), March(6)),
                new TimeOffRecord("over-2026-03-05", March(4), March(4), March(6)),
                new TimeOffRecord("over", March(7), March(12), March(6)),
                new TimeOffRecord("ahead", March(10), March(11), March(9)),
            ],
            timeOff.AsEnumerable());
    }

    private static DateOnly March(int day) => new(2026, 3, day);

    public sealed class OnSqlite() : TimeOffMigrationTests(null);

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : TimeOffMigrationTests(postgreSql);
}
