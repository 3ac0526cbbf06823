using Xunit.Abstractions;

namespace StretchChallenge.Durability;

public sealed class PostgreSqlKillTests(PostgreSqlWorkplace workplace, ITestOutputHelper output)
    : KillTests(workplace, output), IClassFixture<PostgreSqlWorkplace>;
