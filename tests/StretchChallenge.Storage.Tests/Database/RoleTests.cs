using System.Diagnostics;
using System.Globalization;
using Npgsql;
using StretchChallenge.Testing;

namespace StretchChallenge.Storage.Tests.Database;

/// <summary>The database user that <c>deploy/postgres/create-role.sh</c> makes for the program.</summary>
[Collection(PostgreSqlTests.Name)]
[Trait("Category", "Faults")]
public sealed class RoleTests(PostgreSqlFixture postgreSql)
{
    [Fact]
    public async Task CreateRole_UserOfTheProgram_OwnsItsDatabaseAndIsNoAdministrator()
    {
        var server = new NpgsqlConnectionStringBuilder(postgreSql.Server.ConnectionString);
        var role = $"stretch_{Guid.NewGuid():N}";
        await RunAsync(server, role);

        var owner = new NpgsqlConnectionStringBuilder(server.ToString()) { Username = role, Password = "a secret", Database = role, Pooling = false };
        await using (var node = new LedgerNode(owner.ToString()))
        {
            await node.StartAsync();
        }

        await using (var connection = new NpgsqlConnection(owner.ToString()))
        {
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(
                "SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls FROM pg_roles WHERE rolname = current_user", connection);
            Assert.Equal(false, await command.ExecuteScalarAsync());
        }

        await ExecuteAsync(server, $"DROP DATABASE {role} WITH (FORCE)");
        await ExecuteAsync(server, $"DROP ROLE {role}");
    }

    private static async Task ExecuteAsync(NpgsqlConnectionStringBuilder server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task RunAsync(NpgsqlConnectionStringBuilder server, string role)
    {
        var start = new ProcessStartInfo("bash", [Repository.PathOf("deploy/postgres/create-role.sh")])
        {
            Environment =
            {
                ["PGHOST"] = server.Host,
                ["PGPORT"] = server.Port.ToString(CultureInfo.InvariantCulture),
                ["PGUSER"] = server.Username,
                ["PGPASSWORD"] = server.Password,
                ["ROLE"] = role,
                ["ROLE_PASSWORD"] = "a secret",
            },
        };
        using var script = Process.Start(start)!;
        await script.WaitForExitAsync();
        Assert.Equal(0, script.ExitCode);
    }
}
