using StretchChallenge.Server.Health;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Server.Problems;

var builder = WebApplication.CreateBuilder(args);

builder.AddProblems();
builder.Services.AddOpenApi();

var app = builder.Build();

app.UseProblems();

app.MapHealth();
app.MapOpenApi();
app.MapWebClient();

await app.RunAsync();

/// <summary>The host: one process that serves the pages, the API and the live boards.</summary>
public sealed partial class Program;
