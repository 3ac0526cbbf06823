namespace StretchChallenge.Durability.Sessions;

public sealed class PostgreSqlBreakKillTests(PostgreSqlBreakKillTests.Workplace workplace)
    : BreakKillTests(workplace), IClassFixture<PostgreSqlBreakKillTests.Workplace>
{
    public sealed class Workplace() : BreakWorkplace(onPostgreSql: true);
}
