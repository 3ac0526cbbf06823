using StretchChallenge.Testing.Databases;

namespace StretchChallenge.Durability.Sessions;

public sealed class PostgreSqlBreakKillTests(PostgreSqlBreakKillTests.Workplace workplace)
    : BreakKillTests(workplace), IClassFixture<PostgreSqlBreakKillTests.Workplace>
{
    public sealed class Workplace : BreakWorkplace
    {
        private PostgreSqlServer? _postgreSql;

        public override async Task DisposeAsync()
        {
            await base.DisposeAsync();
            if (_postgreSql is not null)
            {
                await _postgreSql.DisposeAsync();
            }
        }

        protected override async Task<TestDatabase> CreateDatabaseAsync()
        {
            _postgreSql = await PostgreSqlServer.StartAsync();
            return await TestDatabase.CreateAsync(_postgreSql);
        }
    }
}
