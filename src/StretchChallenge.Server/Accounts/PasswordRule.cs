using System.Collections.Frozen;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain.Text;
using StretchChallenge.Server.Problems.Fields;

namespace StretchChallenge.Server.Accounts;

/// <summary>The rule for passwords, after NIST SP 800-63B: a minimum length, no common password, no composition rules.</summary>
internal static class PasswordRule
{
    private const int Shortest = 8;
    private const int Longest = 128;

    private static readonly Lazy<FrozenSet<string>> Common = new(ReadCommon);

    /// <summary>Checks a password; it is neither trimmed nor cut.</summary>
    /// <param name="rules">Collects the errors.</param>
    /// <param name="field">The field's name.</param>
    /// <param name="value">The password.</param>
    /// <param name="ownWords">Values that the password must not equal: the person's e-mail, with or without its domain, and name.</param>
    public static string Password(this FieldRules rules, string field, string? value, params ReadOnlySpan<string> ownWords)
    {
        if (string.IsNullOrEmpty(value))
        {
            rules.Fault(FieldRefusals.Missing(field));
            return "";
        }

        // Counted as people see them: a sign beyond the basic plane is one, however it is encoded.
        var compared = TextForms.Nfkc(value);
        var length = compared.EnumerateRunes().Count();
        rules.Check(length >= Shortest, AccountRefusals.PasswordTooShort(field, Shortest));
        rules.Check(Math.Max(length, value.Length) <= Longest, AccountRefusals.PasswordTooLong(field, Longest));
        rules.Check(!IsCommon(compared), AccountRefusals.PasswordTooCommon(field));
        foreach (var own in ownWords)
        {
            rules.Check(!IsOwn(compared, own), AccountRefusals.PasswordIsAName(field));
        }

        return value;
    }

    private static bool IsCommon(string password) => Common.Value.Contains(password) || password.Distinct().Count() == 1;

    private static bool IsOwn(string password, string own)
    {
        var at = own.LastIndexOf('@');
        return Same(password, own) || (at > 0 && Same(password, own[..at]));
    }

    private static bool Same(string password, string own) => password.Equals(TextForms.Nfkc(own), StringComparison.OrdinalIgnoreCase);

    private static FrozenSet<string> ReadCommon()
    {
        using var stream = typeof(PasswordRule).Assembly.GetManifestResourceStream("common-passwords")
            ?? throw new InvalidOperationException("The list of common passwords is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }
}
