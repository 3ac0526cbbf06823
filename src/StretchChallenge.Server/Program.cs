using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Administration;
using StretchChallenge.Server.Calendars;
using StretchChallenge.Server.Catalogue;
using StretchChallenge.Server.Challenges;
using StretchChallenge.Server.ClientErrors;
using StretchChallenge.Server.Days;
using StretchChallenge.Server.Demo;
using StretchChallenge.Server.Health;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Server.Idempotency;
using StretchChallenge.Server.Ids;
using StretchChallenge.Server.Live;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.RateLimits;
using StretchChallenge.Server.Results;
using StretchChallenge.Server.Safety;
using StretchChallenge.Server.Security;
using StretchChallenge.Server.SelfTests;
using StretchChallenge.Server.Sessions;
using StretchChallenge.Server.Sharing;
using StretchChallenge.Server.Standings;
using StretchChallenge.Server.Teams;
using StretchChallenge.Server.Telemetry;
using StretchChallenge.Server.Walls;
using StretchChallenge.Server.WebClient;
using StretchChallenge.Storage.Hosting;

if (AdministratorCommands.AreMeant(args))
{
    return await AdministratorCommands.RunAsync(args);
}

if (CommandLine.AsksForHelp(args))
{
    return CommandLine.PrintHelp(Console.Out);
}

if (CommandLine.FindFault(args) is { } fault)
{
    Console.Error.WriteLine($"The server cannot start. {fault}");
    return 1;
}

var builder = WebApplication.CreateBuilder(ShareSwitch.Expand(args));

builder.ExplainStartFailures();
builder.CheckEndpointCertificates();
builder.AddLogFormats();
builder.AddTelemetry();
builder.AddSharing();
builder.AddStartChecks();
builder.Services.AddLedgerStorage(builder.Configuration);
builder.AddGrains();
builder.AddHealth();
builder.AddSecurity();
builder.AddProblems();
builder.AddJsonDefaults();
builder.AddAccounts();
builder.AddAdministration();
builder.AddRateLimits();
builder.Services.AddSingleton<KnownIds>();
builder.AddIdempotencyKeys();
builder.AddLanguages();
builder.AddApiDocument();
builder.AddCatalogue();
builder.AddSafety();
builder.AddSelfTests();
builder.AddDays();
builder.AddSessions();
builder.AddRetention();
builder.AddTeams();
builder.AddCalendars();
builder.AddLive();
builder.AddDemo();
builder.AddClientErrors();
builder.AddWebClient();

var app = builder.Build();

app.ReadCatalogue();
app.UseSecurityHeaders();
app.UseProblems();
app.UseProxies();
app.UseWebClientPages();
app.UseLanguages();
app.UseRouting();
app.UseMiddleware<AddressLimit>();
app.UseGuards();
app.UseAuthentication();
app.UseRateLimiter();
app.UseAuthorization();
app.UseIdempotencyKeys();
app.UseProblems(); // A second time, so that error responses are completed before UseIdempotencyKeys records them.

app.MapHealth();
app.MapSite();
app.MapAccounts();
app.MapCalendars();
var api = app.MapApi();
api.MapCatalogue();
api.MapChallenges();
api.MapDays();
api.MapSessions();
api.MapWalls();
api.MapSafety();
api.MapSelfTests();
api.MapStandings();
api.MapResults();
api.MapTeams();
api.MapAdministration();
api.MapDemo(app.Configuration);
api.MapClientErrors();
app.MapLive();
app.MapApiDocument();
app.MapGrainDashboard();
app.MapWebClient();

await app.RunOrStopAsync();
return 0;

/// <summary>The host: one process that serves the pages, the API and the live boards.</summary>
public sealed partial class Program;
