using StretchChallenge.Testing.Databases;

namespace StretchChallenge.Durability.Sessions;

public sealed class SqliteBreakKillTests(SqliteBreakKillTests.Workplace workplace)
    : BreakKillTests(workplace), IClassFixture<SqliteBreakKillTests.Workplace>
{
    public sealed class Workplace : BreakWorkplace
    {
        protected override Task<TestDatabase> CreateDatabaseAsync() => TestDatabase.CreateAsync(null);
    }
}
