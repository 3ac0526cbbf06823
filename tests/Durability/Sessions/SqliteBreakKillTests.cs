namespace StretchChallenge.Durability.Sessions;

public sealed class SqliteBreakKillTests(SqliteBreakKillTests.Workplace workplace)
    : BreakKillTests(workplace), IClassFixture<SqliteBreakKillTests.Workplace>
{
    public sealed class Workplace() : BreakWorkplace(onPostgreSql: false);
}
