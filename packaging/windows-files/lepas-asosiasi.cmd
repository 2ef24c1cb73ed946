@echo off
rem Kebalikan dari pasang-asosiasi.cmd: klik dua kali pada berkas ASN Netral tidak lagi membuka program.
setlocal DisableDelayedExpansion
set "KELAS=HKCU\Software\Classes"
for %%A in (asnskor asntugas asnpack asnkelas asnpindah) do (
    reg delete "%KELAS%\.%%A" /f >nul 2>nul
    reg delete "%KELAS%\ASNNetral.%%A" /f >nul 2>nul
)
echo Selesai. Berkas ASN Netral tidak lagi dibuka dengan klik dua kali. Data Anda tidak berubah.
if "%~1"=="" pause
