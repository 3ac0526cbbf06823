using System.Data;
using System.Globalization;
using Dapper;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Storage.Database;

/// <summary>How domain values are stored in both databases.</summary>
internal static class LedgerTypeHandlers
{
    /// <summary>Registers the handlers with Dapper, for the whole process.</summary>
    public static void Register()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.AddTypeHandler(new DateHandler());
        // Otherwise Dapper writes instants itself and ignores the handler.
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(new InstantHandler());
        SqlMapper.AddTypeHandler(new TextHandler<UserId>(id => id.Value, text => new UserId(text)));
        SqlMapper.AddTypeHandler(new TextHandler<ChallengeId>(id => id.Value, text => new ChallengeId(text)));
        SqlMapper.AddTypeHandler(new TextHandler<SessionId>(id => id.Value, text => new SessionId(text)));
        SqlMapper.AddTypeHandler(new TextHandler<ScheduleId>(id => id.Value, text => new ScheduleId(text)));
        SqlMapper.AddTypeHandler(new TextHandler<TeamId>(id => id.Value, text => new TeamId(text)));
        SqlMapper.AddTypeHandler(new TextHandler<WorkDays>(days => days.ToString(), ParseWorkDays));
    }

    private static WorkDays ParseWorkDays(string text) =>
        WorkDays.TryParse(text.Split(',', StringSplitOptions.RemoveEmptyEntries), out var days)
            ? days
            : throw new FormatException($"'{text}' is not a work pattern.");

    private sealed class TextHandler<T>(Func<T, string> format, Func<string, T> parse) : SqlMapper.TypeHandler<T>
    {
        public override void SetValue(IDbDataParameter parameter, T? value) => parameter.Value = format(value!);

        public override T Parse(object value) => parse((string)value);
    }
}

/// <summary>Dates: <c>date</c> in PostgreSQL, ISO text in SQLite.</summary>
internal sealed class DateHandler : SqlMapper.TypeHandler<DateOnly>
{
    /// <inheritdoc />
    public override void SetValue(IDbDataParameter parameter, DateOnly value) => parameter.Value = value;

    /// <inheritdoc />
    public override DateOnly Parse(object value) => value switch
    {
        DateOnly date => date,
        DateTime midnight => DateOnly.FromDateTime(midnight),
        _ => DateOnly.ParseExact((string)value, "yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}

/// <summary>Instants, always in UTC: <c>timestamptz</c> in PostgreSQL, text in SQLite; whole microseconds in both.</summary>
internal sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
{
    /// <summary>Truncates an instant to what both databases can store.</summary>
    public static DateTimeOffset Storable(DateTimeOffset value) =>
        new(value.UtcTicks - (value.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    /// <inheritdoc />
    public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => parameter.Value = Storable(value);

    /// <inheritdoc />
    public override DateTimeOffset Parse(object value) => value switch
    {
        DateTimeOffset instant => instant,
        DateTime utc => new DateTimeOffset(utc, TimeSpan.Zero),
        _ => DateTimeOffset.Parse((string)value, CultureInfo.InvariantCulture),
    };
}
