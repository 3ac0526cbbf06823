using StretchChallenge.Server.Days.Runs;

namespace StretchChallenge.Server.Days;

/// <summary>A person's day: today, runs, check-ins, time off, progress.</summary>
internal static class DaysSetup
{
    /// <summary>Adds the choice of the day's routine, and the run tokens.</summary>
    public static void AddDays(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DayRoutines>();
        builder.Services.AddSingleton<RunTokens>().AddSingleton<CatchUpRuns>();
    }

    /// <summary>Maps the day's paths.</summary>
    public static void MapDays(this RouteGroupBuilder api)
    {
        var days = api.MapGroup("").WithTags("The day");
        days.MapGet("/today", TodayEndpoints.Get);
        days.MapGet("/progress", TodayEndpoints.GetProgress);
        days.MapPost("/runs", RunEndpoints.Start);
        days.MapPost("/check-ins", CheckInEndpoints.CheckIn);
        days.MapDelete("/check-ins/{date}", CheckInEndpoints.Undo);
        days.MapPost("/time-off", TimeOffEndpoints.Add);
        days.MapDelete("/time-off/{id}", TimeOffEndpoints.Remove);
    }
}
