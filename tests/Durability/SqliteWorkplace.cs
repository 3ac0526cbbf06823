using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace StretchChallenge.Durability;

/// <summary>A workplace with the embedded database.</summary>
public sealed class SqliteWorkplace() : Workplace(onPostgreSql: false)
{
    protected override DbConnection Connect(string connectionString)
    {
        SQLitePCL.Batteries_V2.Init();
        return new SqliteConnection($"{connectionString};Pooling=False");
    }
}
