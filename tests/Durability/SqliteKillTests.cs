using Xunit.Abstractions;

namespace StretchChallenge.Durability;

public sealed class SqliteKillTests(SqliteWorkplace workplace, ITestOutputHelper output)
    : KillTests(workplace, output), IClassFixture<SqliteWorkplace>;
