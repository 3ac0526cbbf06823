using Microsoft.Extensions.Logging;

namespace StretchChallenge.Storage.Migrations;

internal sealed partial class SchemaMigrator
{
    [LoggerMessage(1, LogLevel.Information, "Applied migration {Name}")]
    private partial void LogApplied(string name);
}
