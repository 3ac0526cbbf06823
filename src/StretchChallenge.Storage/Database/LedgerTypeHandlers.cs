using System.Data;
using Dapper;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Storage.Database;

/// <summary>How the domain's values stand in both databases, in one place.</summary>
internal static class LedgerTypeHandlers
{
    /// <summary>Makes them known to Dapper, for the whole process.</summary>
    public static void Register()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.AddTypeHandler(new DateHandler());
        // Dapper would write instants by itself, without asking the handler.
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(new InstantHandler());
        SqlMapper.AddTypeHandler(new TextHandler<UserId>(id => id.Value, text => new UserId(text)));
        SqlMapper.AddTypeHandler(new TextHandler<ChallengeId>(id => id.Value, text => new ChallengeId(text)));
        SqlMapper.AddTypeHandler(new TextHandler<SessionId>(id => id.Value, text => new SessionId(text)));
        SqlMapper.AddTypeHandler(new TextHandler<TeamId>(id => id.Value, text => new TeamId(text)));
        SqlMapper.AddTypeHandler(new TextHandler<WorkDays>(days => days.ToString(), ParseWorkDays));
    }

    private static WorkDays ParseWorkDays(string text) =>
        WorkDays.TryParse(text.Split(',', StringSplitOptions.RemoveEmptyEntries), out var days)
            ? days
            : throw new FormatException($"'{text}' is no work pattern.");

    private sealed class TextHandler<T>(Func<T, string> format, Func<string, T> parse) : SqlMapper.TypeHandler<T>
    {
        public override void SetValue(IDbDataParameter parameter, T? value) => parameter.Value = format(value!);

        public override T Parse(object value) => parse((string)value);
    }
}
